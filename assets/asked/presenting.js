/* The cards of a page, one at a time and full screen: by arrow keys, a clicker, buttons or a swipe. The page stays the same page;
   a style sheet shows of it what is presented, and its charts are drawn anew for the room. */
import { partsOf } from "./parts.js";
import { settle } from "./settling.js";

const root = document.documentElement;
const PLACE = "#present/";
/* What is seen from 8 m at 1280 x 720, and the least enlargement at which no letter is smaller than 18 pixels. */
const ROOM = { width: 1280, height: 720, zoom: 1.5 }, LEAST_ZOOM = 1.4, PHONE = 700;
const LONG_TITLE = 100, COLUMNS = 4, PANEL_GAP = 12, GAP = 18, MOST_SCREENS = 8, MOST_OVER = 0.4, LEAST_LETTER = 1.35, SWIPE = 60, PATIENCE = 80;
const NEXT = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "n"]), LAST = new Set(["ArrowLeft", "ArrowUp", "PageUp", "p"]);

let stage = null;
let before = null;
let ids = [], at = 0, part = 0, sequence = [], showing = 0;

const main = () => document.getElementById("main");
const text = (element) => (element ? element.textContent.trim() : "");

/* The card of an address like #present/network-gap/2, and its part. */
function placeOf(hash) {
  const [id, number] = decodeURIComponent(hash.slice(PLACE.length)).split("/");
  return { step: Math.max(0, ids.indexOf(id)), part: Math.max(0, (Number(number) || 1) - 1) };
}

export async function begin(opener) {
  if (stage) { return; }
  await styled();
  ids = ["", ...[...main().querySelectorAll("section.card")].filter((card) => card.checkVisibility()).map((card) => card.id)];
  before = { theme: root.dataset.theme, zoom: root.style.getPropertyValue("--zoom"), opener, scroll: scrollY };
  stage = built();
  document.body.append(stage);
  root.classList.add("presenting");
  window.lantern.staged = staged;
  for (const [target, kind, listener] of LISTENERS) { target.addEventListener(kind, listener, true); }
  if (opener) { root.requestFullscreen?.().catch(() => {}); }
  const asked = location.hash.startsWith(PLACE) ? placeOf(location.hash) : { step: 0, part: 0 };
  measure();
  root.dataset.theme = "projector";
  await show(asked.step, asked.part);
  stage.querySelector("[data-go='1']").focus();
}

/* The rules of presenting are brought once, with it. */
function styled() {
  if (document.getElementById("presenting-style")) { return null; }
  const link = Object.assign(document.createElement("link"), { id: "presenting-style", rel: "stylesheet", href: "/assets/asked/presenting.css" });
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

export function end() {
  if (!stage) { return; }
  for (const [target, kind, listener] of LISTENERS) { target.removeEventListener(kind, listener, true); }
  const card = document.getElementById(ids[at]);
  showing += 1;
  stage.remove();
  stage = null;
  unmark();
  root.classList.remove("presenting", "presenting-title");
  delete root.dataset.columns;
  if (before.theme) { root.dataset.theme = before.theme; } else { delete root.dataset.theme; }
  root.style.setProperty("--zoom", before.zoom);
  if (!before.zoom) { root.style.removeProperty("--zoom"); }
  delete window.lantern.staged;
  if (document.fullscreenElement) { document.exitFullscreen().catch(() => {}); }
  history.replaceState(history.state, "", location.pathname + location.search + (card ? "#" + card.id : ""));
  document.dispatchEvent(new CustomEvent("lantern:theme"));
  if (card) {
    card.setAttribute("tabindex", "-1");
    card.focus({ preventScroll: true });
    card.scrollIntoView();
  } else {
    scrollTo(0, before.scroll);
    (before.opener || document.querySelector("[data-present]"))?.focus({ preventScroll: true });
  }
}

/* Foot and buttons of the screen. Words of the page are read from it; nothing is written as markup. */
function made(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) { element.setAttribute(name, value); }
  element.append(...children);
  return element;
}

function button(words, label, go) {
  return made("button", { type: "button", class: "button", "aria-label": label, title: label, "data-go": go }, words);
}

function built() {
  const foot = made("div", { class: "stage-foot" },
    made("span", { class: "lantern", "aria-hidden": "true" }),
    made("p", { class: "stage-filters" }),
    made("p", { class: "stage-synthetic" }, document.querySelector(".synthetic") ? "Synthetic data" : ""),
    button("‹", "Previous", "-1"), made("p", { class: "stage-place", "aria-hidden": "true" }), button("›", "Next", "1"),
    button("", "Full screen", "full"), button("×", "End presenting", "end"));
  const said = made("p", { class: "sr-only", role: "status" });
  return made("div", { class: "stage", role: "region", "aria-label": "Presenting" },
    made("h1", { class: "stage-question" }), made("p", { class: "stage-note", hidden: "" }, "The table stands on the page."), foot, said);
}

/* Every filter that holds, in words, on the first screen by the page's own badges; a page without any says where it stands. */
function filters() {
  const held = [...main().querySelectorAll(".badges :is(.badge-fixed, .badge-set > span:first-child)")].map(text);
  return held.map((words) => words.replace(/^[^:]*: /, "")).join(" · ") || text(main().querySelector(".eyebrow"));
}

function say(title) {
  const place = `${at + 1} of ${ids.length}`;
  const which = sequence.length > 1 ? `, part ${part + 1} of ${sequence.length}` : "";
  stage.querySelector(".stage-place").textContent = place + (which && ` (${part + 1}/${sequence.length})`);
  stage.querySelector(".sr-only").textContent = `${place}${which}: ${title}`;
  stage.querySelector(".stage-filters").textContent = filters();
  const question = stage.querySelector(".stage-question");
  question.textContent = text(document.getElementById("question"));
  question.hidden = !at;
  history.replaceState(history.state, "", location.pathname + location.search + PLACE + ids[at] + (part ? "/" + (part + 1) : ""));
}

/* Everything as large as the room asks for. A phone in the hand is no room. */
function measure() {
  const wanted = Math.min(innerWidth / ROOM.width, innerHeight / ROOM.height) * ROOM.zoom;
  root.style.setProperty("--zoom", innerWidth < PHONE ? 1 : Math.max(LEAST_ZOOM, wanted));
}

function unmark() {
  for (const element of document.querySelectorAll(".leads, .shown, .stays")) { element.classList.remove("leads", "shown", "stays"); }
}

function mark(elements) {
  unmark();
  for (const element of elements) { element.classList.add("shown"); }
  for (let around = elements[0].parentElement; around; around = around.parentElement) { around.classList.add("leads"); }
}

async function show(step, wanted = 0) {
  const mine = showing += 1;
  stage.setAttribute("aria-busy", "true");
  at = step;
  delete root.dataset.columns;
  root.classList.toggle("presenting-title", !at);
  const card = at ? document.getElementById(ids[at]) : null;
  if (!card) { showTitle(); return; }
  mark([card]);
  const title = card.querySelector(".card-title");
  card.classList.toggle("long-title", text(title).length > LONG_TITLE);
  card.classList.toggle("longest-title", text(title).length > 1.45 * LONG_TITLE);
  const head = document.getElementById(card.id + "-head");
  root.style.setProperty("--head", head.offsetHeight + "px");
  sequence = [{ column: 0 }];
  part = 0;
  await drawnOnce(card);
  if (mine !== showing) { return; }
  const screens = await laidOut(card);
  if (mine !== showing) { return; }
  sequence = screens;
  await turn(card, Math.min(wanted === -1 ? sequence.length - 1 : wanted, sequence.length - 1));
}

function showTitle() {
  const question = document.getElementById("question");
  const beside = [...question.parentElement.children].filter((element) => element.matches(".eyebrow, .question, .sentence, .asked, [data-present]"));
  mark(beside.length ? beside : [question]);
  sequence = [{ column: 0 }];
  part = 0;
  say(text(question));
  stage.setAttribute("aria-busy", "false");
}

/* A page that has just come has its charts a little later. */
async function drawnOnce(card) {
  await window.lantern.typeface;
  for (let waited = 0; waited < PATIENCE; waited += 1) {
    const charts = [...card.querySelectorAll(".chart")];
    if (charts.every((chart) => chart.querySelector(".js-plotly-plot")?.lanternFigure)) { return; }
    await new Promise((done) => setTimeout(done, 50));
  }
}

const shownGraphs = (card) => [...card.querySelectorAll(".js-plotly-plot")].filter((graph) => graph.lanternFigure && graph.closest(".chart").checkVisibility());
const room = (card) => Math.floor((card.clientHeight - 2) * window.lantern.zoomed());
const columnOf = (card, element) => Math.round((element.getBoundingClientRect().left - card.getBoundingClientRect().left + 1) / stride(card) / scale(card));
const scale = (card) => card.getBoundingClientRect().width / card.clientWidth;
const stride = (card) => card.clientWidth + parseFloat(getComputedStyle(card).columnGap);
const columns = (card) => Math.max(1, Math.round((card.scrollWidth + parseFloat(getComputedStyle(card).columnGap)) / stride(card)));

/* How a chart is drawn while it is presented: as high as the screen where it is a card's own, one part of it at a time. */
function staged(graph, figure) {
  const card = graph.closest(".card.shown");
  if (!card || graph.closest(".quality-fact")) { return null; }
  const zoom = window.lantern.zoomed();
  if (graph.closest(".panel")) { return { height: panelHeight(card, zoom), count: 1 }; }
  const most = room(card) - over(card, graph) * zoom;
  const height = isLarge(card, graph, figure, zoom) ? most : Math.min(most, figure.layout.height * zoom);
  const drawn = zoomOf(figure, graph.lanternWidth, zoom);
  const { count, part: partAt } = partsOf(figure.layout, height, drawn);
  return { height, count, zoom: drawn, shape: partAt(Math.min(sequence[part]?.form || 0, count - 1)) };
}

/* What stands over a chart stays with it, unless that leaves it too little of the screen. */
function over(card, graph) {
  let height = 0;
  for (let one = graph.closest(".chart").previousElementSibling; one && !one.matches(".chart"); one = one.previousElementSibling) {
    if (one.offsetHeight && !one.matches(".sr-only, .key") && getComputedStyle(one).position !== "fixed") { height += one.offsetHeight + GAP; }
  }
  return height < card.clientHeight * MOST_OVER ? height : 0;
}

/* The form for wide places is kept where letters of 18 pixels leave it room. */
function zoomOf(figure, width, zoom) {
  const wide = width / (figure.layout.meta?.narrow?.below || 0);
  return wide < zoom && wide >= LEAST_LETTER ? wide : zoom;
}

/* Two rows of small charts, each below its name and verdict. */
function panelHeight(card, zoom) {
  const heads = Math.max(...[...card.querySelectorAll(".panel > :first-child")].map((head) => head.offsetHeight));
  return Math.max(90, Math.floor((card.clientHeight - PANEL_GAP) / 2 - heads - 4)) * zoom;
}

function isLarge(card, graph, figure, zoom) {
  return shownGraphs(card).length === 1 || figure.layout.height * zoom > room(card) * 0.62;
}

/* The screens that this card takes, one after the other: columns of the page's own content, parts of its chart, columns of its grid. */
async function laidOut(card) {
  card.scrollLeft = 0;
  const grid = card.querySelector("table.grid");
  const groups = grid ? Math.ceil((grid.tHead.rows[1].cells.length - 1) / COLUMNS) : 1;
  if (grid) { root.dataset.columns = 0; }
  fitCharts(card);
  await window.lantern.again((graph) => card.contains(graph));
  leaveOut(card);
  if (grid) {
    return Array.from({ length: groups }, (_, group) => group).flatMap((group) => {
      root.dataset.columns = group;
      return Array.from({ length: columns(card) }, (_, column) => ({ column, group }));
    });
  }
  if (columns(card) > MOST_SCREENS) { card.querySelectorAll("table").forEach(leave); }
  const all = Array.from({ length: columns(card) }, (_, column) => ({ column }));
  const split = shownGraphs(card).map((graph) => ({ graph, count: staged(graph, graph.lanternFigure)?.count || 1 })).find((one) => one.count > 1);
  if (!split) { return all; }
  const place = columnOf(card, split.graph);
  return all.flatMap((one) => (one.column === place ? Array.from({ length: split.count }, (_, form) => ({ ...one, form })) : [one]));
}

function fitCharts(card) {
  for (const graph of shownGraphs(card)) {
    const form = staged(graph, graph.lanternFigure);
    if (form) { graph.closest(".chart").style.setProperty("--shown", form.height + "px"); }
  }
}

/* What is wider than the screen, or takes too many of them, is left to the page. */
function leaveOut(card) {
  stage.querySelector(".stage-note").hidden = true;
  for (const table of card.querySelectorAll("table")) {
    const width = table.rows[0]?.getClientRects()[0]?.width;
    if (width > card.getBoundingClientRect().width + 2) { leave(table); }
  }
}

function leave(table) {
  if (!table.checkVisibility()) { return; }
  (table.closest(".grid-scroll, .heat-scroll, .levels-place") || table).classList.add("stays");
  stage.querySelector(".stage-note").hidden = false;
}

async function turn(card, to) {
  stage.setAttribute("aria-busy", "true");
  part = to;
  const { column, group } = sequence[part];
  if (group !== undefined) { root.dataset.columns = group; }
  card.scrollLeft = column * stride(card);
  const drawn = window.lantern.again((graph) => card.contains(graph));
  say(text(card.querySelector(".card-title")));
  await drawn;
  for (const graph of shownGraphs(card)) { settle(graph); }
  stage?.setAttribute("aria-busy", "false");
}

/* The next screen, or the one before; whole: the next card, whatever is left of this one. */
function go(by, whole = false) {
  const to = part + by;
  if (!whole && at && to >= 0 && to < sequence.length) { return turn(document.getElementById(ids[at]), to); }
  const step = at + by;
  return step >= 0 && step < ids.length ? show(step, by < 0 && !whole ? -1 : 0) : null;
}

function full() {
  if (document.fullscreenElement) {
    before.left = true;
    document.exitFullscreen();
  } else { root.requestFullscreen?.().catch(() => {}); }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) { return; }
  const control = event.target.closest?.("button, a, select, input, summary");
  if (event.key === "Tab" || (control && (event.key === "Enter" || event.key === " ")) || event.target.matches?.("select, input")) { return; }
  if (NEXT.has(event.key)) { go(event.key === " " && event.shiftKey ? -1 : 1, event.shiftKey && event.key !== " "); }
  else if (LAST.has(event.key)) { go(-1, event.shiftKey); }
  else if (event.key === "Home") { show(0); }
  else if (event.key === "End") { show(ids.length - 1); }
  else if (event.key === "f" || event.key === "F") { full(); }
  else if (event.key === "Escape") { end(); }
  else { return; }
  event.preventDefault();
  event.stopPropagation();
}

function clicked(event) {
  const asked = event.target.closest(".stage [data-go]")?.dataset.go;
  if (!asked) { return; }
  if (asked === "end") { end(); } else if (asked === "full") { full(); } else { go(Number(asked)); }
}

/* Leaving full screen by the browser's own Escape ends it; leaving it by the button does not. */
function screenChanged() {
  if (!document.fullscreenElement && !before.left) { end(); }
  before.left = false;
}

let touched = null;
function touchBegan(event) { touched = event.touches.length === 1 ? event.touches[0].clientX : null; }
function touchEnded(event) {
  const moved = touched === null ? 0 : event.changedTouches[0].clientX - touched;
  if (Math.abs(moved) > SWIPE) { go(moved < 0 ? 1 : -1); }
}

let waiting = 0;
function resized() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (!stage) { return; }
    measure();
    show(at, part);
  }, 150);
}

const LISTENERS = [
  [document, "keydown", pressed], [document, "click", clicked], [document, "fullscreenchange", screenChanged],
  [document, "touchstart", touchBegan], [document, "touchend", touchEnded], [window, "resize", resized],
];
