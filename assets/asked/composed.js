/* A card as one picture that says by itself what it is: title, sentence, chart or grid, filters, notes, source, n and date, all in vector text. */
import { laidOut } from "./laid.js";
import { redrawn } from "./redrawn.js";
import { FAMILY, SPACE, drawn, parsed, pen, placed } from "./vector.js";

const WIDTH = 1200, SIDE = 40, INNER = WIDTH - 2 * SIDE;
/* A sentence that tells every mark is longer than this (letters): it is told to those who cannot see them, and the title stands for it. */
const LONG = 330;
/* The side of the box of a note's or a flag's letter. */
const KEY = 19;
const INK = "#1B1E23", INK2 = "#474D57", PAPER = "#FCFBF9", RULE = "#DAD6CE", LAMP = "#F2B134";
const SMALL = { most: 4, gap: 24, head: 44 };
/* A grid that has a part of the page's width is laid out in so much and drawn larger. */
const PART = ".span-3, .span-4, .span-5, .span-6, .span-7", PART_WIDTH = 860;
/* Grids beside each other stand so on a desk's whole page. */
const BESIDE = ".grids", BESIDE_WIDTH = 1296;
/* Smaller than this share, or higher than this, and nobody reads it on a slide or a sheet. */
const LEAST_SHARE = 0.6, HIGHEST = 3.5 * WIDTH;
const STYLES = {
  title: { size: 30, line: 36, weight: 700, colour: INK },
  sentence: { size: 20, line: 28, weight: 400, colour: INK },
  words: { size: 16, line: 22, weight: 400, colour: INK2 },
  name: { size: 16, line: 20, weight: 650, colour: INK },
};

const text = (element) => (element ? element.textContent.trim().replace(/\s+/g, " ") : "");
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });

/* There is nothing to draw; there is too much. */
export class Nothing extends Error {}
export class TooLarge extends Error {}

/* Words on lines that are no wider than this. */
function wrapped(words, { size, weight }, width) {
  pen.font = `${weight} ${size}px ${FAMILY}`;
  const lines = [""];
  for (const word of words.split(" ")) {
    const longer = (lines.at(-1) + " " + word).trim();
    if (pen.measureText(longer).width <= width || !lines.at(-1)) { lines[lines.length - 1] = longer; } else { lines.push(word); }
  }
  return lines;
}

/* What a card says, read from the page: nothing that the page does not show. */
export function saidOf(card) {
  const main = document.getElementById("main");
  const title = text(card.querySelector(".card-title"));
  const subtitle = text(card.querySelector(".card-subtitle"));
  const whole = text(document.getElementById(card.id + "-said"));
  const filters = [...main.querySelectorAll(".badges :is(.badge-fixed, .badge-set > span:first-child)")].map(text).join("; ");
  const made = new Date().toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const load = text(main.querySelector(".foot span"));
  const origin = [text(document.querySelector(".synthetic")), load];
  const changes = changesOf(card);
  return {
    title,
    /* Where the sentence is the title and how to read it, it is not said twice. */
    sentence: !whole || whole.length > LONG || (whole.startsWith(title) && whole.includes(subtitle)) ? title + "." : whole,
    whole,
    subtitle,
    question: text(document.getElementById("question")),
    filters: filters && `Shown: ${filters}.`,
    beside: [...card.querySelectorAll(".beside-words")].filter((one) => isSeen(one) && !whole.includes(text(one))).map((one) => capital(text(one))).join(" "),
    keyed: [...changes, ...[...card.querySelectorAll(".note")].filter(isSeen).map((note) => keyedOf(note))],
    source: text(card.querySelector(".card-foot .source")),
    origin: origin.filter(Boolean).join(" "),
    made: `Picture made ${made} with Lantern.`,
  };
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);

const stopped = (words) => (!words || /[.!?]$/.test(words) ? words : words + ".");

/* What stands beside a key of the card: the key, what was written or tested, and in small what belongs to it. */
function keyedOf(item, ground) {
  const words = ["b", ".quiet"].map((part) => stopped(text(item.querySelector(part))));
  return { key: text(item.firstElementChild), ground, words: words.join(" ") };
}

/* Changes are told in the card itself or, where the whole page is of one team, beside its first chart. */
const toldOf = (card) => (card.querySelector(".team-flag") ? card : document.getElementById("team-aside") || card);

/* The changes whose flags stand on the card's charts, and what the page says after them all. */
function changesOf(card) {
  const flags = new Set(drawingsOf(card).filter(isChart).flatMap((graph) => flagsOn(graph.lanternFigure)));
  const told = [...toldOf(card).querySelectorAll("li:has(> .team-flag)")].filter(isSeen);
  const changes = told.map((change) => keyedOf(change, LAMP)).filter(({ key }) => flags.has(key));
  const after = text(told.at(-1)?.parentElement.nextElementSibling);
  return changes.length && after ? [...changes, { words: after }] : changes;
}

const flagsOn = ({ layout }) => (layout.annotations || []).filter(({ name }) => name === "flag").map((flag) => flag.text.replace(/<[^>]+>/g, ""));

const isChart = (part) => part.matches(".js-plotly-plot");

/* What is drawn in a card: its charts, its grids, and the keys of their marks. */
function drawingsOf(card) {
  const parts = [...card.querySelectorAll(".js-plotly-plot, .drawn, .key")].filter((part) => !part.closest("details") && !part.parentElement.closest(".drawn"));
  return parts.filter((part) => (isChart(part) ? part.lanternFigure && isSeen(part.closest(".chart")) : isSeen(part)));
}

const holderOf = (part) => part.closest(".panel, .quality-fact");
const ACROSS = (INNER - (SMALL.most - 1) * SMALL.gap) / SMALL.most;

/* Each of them as {part, nodes, height}, in light. */
async function drawnOf(card) {
  const parts = drawingsOf(card), grids = parts.filter((part) => !isChart(part));
  const wide = card.matches(PART) && card.querySelector(".drawn") ? PART_WIDTH : INNER;
  const widths = grids.map((part) => (holderOf(part) ? ACROSS : part.matches(BESIDE) ? BESIDE_WIDTH : wide));
  const taken = grids.length ? await laidOut(card, grids, widths, (boxes) => boxes.map((box, at) => gridOf(box, widths[at] === ACROSS ? ACROSS : INNER))) : [];
  const drawings = [];
  for (const part of parts) { drawings.push({ part, ...(isChart(part) ? await chartOf(part) : taken.shift()) }); }
  return drawings;
}

/* A grid on so much room: larger where it took less, smaller where it took more. */
function gridOf(box, room) {
  const { width, height } = box.getBoundingClientRect();
  const share = room / width, shapes = redrawn(box);
  if (share < LEAST_SHARE) { throw new TooLarge(); }
  return { height: height * share, nodes: (x, y) => [drawn("g", { transform: `translate(${x} ${y}) scale(${share})` }, ...shapes)] };
}

async function chartOf(graph) {
  const width = holderOf(graph) ? ACROSS : INNER;
  const figure = window.lantern.dressed(graph.lanternFigure, { width });
  const height = figure.layout.height;
  const svg = parsed(await Plotly.toImage({ data: figure.data, layout: figure.layout }, { format: "svg", width, height, imageDataOnly: true }));
  return { height, nodes: (x, y) => [placed(svg, x, y, width, height)] };
}

/* All of them, each in its place: small ones side by side under their names. */
async function partsFrom(card, from) {
  const parts = [];
  let y = from, column = 0, row = 0;
  const endRow = () => { y += row; row = column = 0; };
  for (const { part, nodes, height } of await drawnOf(card)) {
    const holder = holderOf(part);
    if (holder) {
      const x = SIDE + column * (ACROSS + SMALL.gap), head = isChart(part) ? SMALL.head : 0;
      parts.push(...(head ? namesOf(holder, x, y) : []), ...nodes(x, y + head));
      row = Math.max(row, height + head + SMALL.gap);
      column = (column + 1) % SMALL.most;
      if (!column) { endRow(); }
    } else {
      endRow();
      const title = isChart(part) ? text(over(part)) : "";
      if (title) { parts.push(line(title, STYLES.name, SIDE, y += 24)); y += 8; }
      parts.push(...nodes(SIDE, y));
      y += height + SMALL.gap;
    }
  }
  return { parts, bottom: y + row };
}

function over(graph) {
  const titles = "h3, h4, .part-title";
  for (let before = graph.closest(".chart").previousElementSibling; before && !before.matches(".chart"); before = before.previousElementSibling) {
    const found = before.matches(titles) ? before : before.querySelector(titles);
    if (found) { return found; }
  }
  return null;
}

function namesOf(holder, x, y) {
  const [name, state] = holder.querySelectorAll("h3, .plain, .blank, p:not(.sr-only)");
  return [line(text(name), STYLES.name, x, y + 14), line(text(state), STYLES.words, x, y + 34)];
}

function line(words, { size, weight, colour }, x, y) {
  return drawn("text", { x, y, "font-family": FAMILY, "font-size": size, "font-weight": weight, fill: colour }, words);
}

const rule = (y, colour, width) => drawn("path", { d: `M${SIDE} ${y}H${WIDTH - SIDE}`, stroke: colour, "stroke-width": width, fill: "none" });

/* The letter of a flag or a note in its box, as on the chart. */
function keyAt({ key, ground }, y) {
  const ink = ground ? { fill: ground } : { fill: "none", stroke: INK2 };
  const box = drawn("rect", { x: SIDE + 0.5, y: y + 0.5, width: KEY, height: KEY, ...ink });
  const letter = line(key, { ...STYLES.words, weight: 700, size: 14, colour: ground ? INK : INK2 }, SIDE + KEY / 2 + 0.5, y + 15);
  letter.setAttribute("text-anchor", "middle");
  return [box, letter];
}

/* The whole picture, and how high it is. */
export async function composed(card) {
  await window.lantern.typeface;
  const said = saidOf(card);
  const parts = [rule(SIDE - 12, INK, 2)];
  let y = SIDE;
  const write = (words, style, before = 0, aside = 0) => {
    for (const one of words ? wrapped(words, style, INNER - aside) : []) {
      parts.push(line(one, style, SIDE + aside, y + before + style.size));
      y += style.line;
    }
    y += words ? before : 0;
  };
  write(said.title, STYLES.title);
  if (said.sentence !== said.title + ".") { write(said.sentence, STYLES.sentence, 6); }
  write(said.subtitle, STYLES.words, 6);
  write(said.filters, STYLES.words, 2);
  const shown = await partsFrom(card, y + 24);
  if (!shown.parts.length) { throw new Nothing(); }
  parts.push(...shown.parts);
  y = shown.bottom;
  for (const one of said.keyed) {
    parts.push(...(one.key ? keyAt(one, y + 6) : []));
    write(one.words, STYLES.words, 6, one.key ? KEY + 10 : 0);
  }
  write(said.beside, STYLES.words, 6);
  y += said.keyed.length || said.beside ? 16 : 0;
  parts.push(rule(y, RULE, 1));
  write(said.source, STYLES.words, 10);
  write(said.origin, STYLES.words);
  write(said.made, STYLES.words);
  const height = Math.ceil(y + 28);
  if (height > HIGHEST) { throw new TooLarge(); }
  const names = { "aria-labelledby": "picture-title picture-words", role: "img" };
  const keyed = said.keyed.map(({ key, words }) => (key ? `${key}: ${words}` : words));
  const words = [said.question, said.whole || said.sentence, said.subtitle, said.filters, ...keyed, said.beside, said.source, said.origin, said.made].filter(Boolean).join(" ");
  const svg = drawn("svg", { xmlns: SPACE, width: 1600, height: Math.round(height * 1600 / WIDTH), viewBox: `0 0 ${WIDTH} ${height}`, ...names },
    drawn("title", { id: "picture-title" }, said.title), drawn("desc", { id: "picture-words" }, words),
    drawn("style", {}, await typeface()), drawn("rect", { width: WIDTH, height, fill: PAPER }), ...parts);
  return { svg, said };
}

/* The typeface goes along: a picture asks for no file, and letters stay as wide as they were measured. */
let kept = null;
function typeface() {
  kept ||= fetch("/assets/fonts/source-sans-3.woff2").then((answer) => answer.blob()).then((blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(`@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${reader.result}) format("woff2")}`);
    reader.readAsDataURL(new Blob([blob], { type: "font/woff2" }));
  })).catch(() => "");
  return kept;
}
