/* A tour of the page: a few words at the foot of the screen, and a line around what they speak of. It holds nobody: the page works on beside it,
   Escape ends it, and the focus goes back to where it came from. */
const root = document.documentElement;
const MARK = "data-tour-at";
let shown = null;

function made(tag, options = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) { element.setAttribute(name, value); }
  element.append(...children);
  return element;
}

function styled() {
  if (document.getElementById("tour-style")) { return null; }
  const link = made("link", { id: "tour-style", rel: "stylesheet", href: "/assets/asked/tour.css" });
  return new Promise((done) => {
    link.onload = link.onerror = done;
    document.head.append(link);
  });
}

const isSeen = (element) => element.checkVisibility() && element.getClientRects().length > 0;
const placeOf = (step) => step.at.split(", ").flatMap((at) => [...document.querySelectorAll(at)]).find(isSeen);

function built(offer) {
  const button = (words, go, solid = "") => made("button", { type: "button", class: `button ${solid}`, "data-tour-go": go }, words);
  const words = made("div", { class: "tour-words", id: "tour-words", "aria-live": "polite", "aria-atomic": "true" });
  const buttons = made("div", { class: "tour-buttons" }, button("End tour", "end"), button("Back", "-1"), button("Next", "1", "button-solid"));
  return made("div", { class: "tour", role: "dialog", "aria-label": "Tour of this page", "aria-describedby": "tour-words", tabindex: "-1", "data-of": offer.dataset.tour }, words, buttons);
}

export async function begin(offer, opener) {
  if (shown || root.classList.contains("presenting")) { return; }
  const steps = JSON.parse(offer.dataset.steps).filter(placeOf);
  if (!steps.length) { return; }
  shown = { steps, at: 0, opener, name: offer.dataset.tour, box: built(offer) };
  await styled();
  document.body.append(shown.box);
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", clicked, true);
  show(0);
  shown.box.focus({ preventScroll: true });
}

function show(at) {
  const step = shown.steps[shown.at = at];
  const last = at === shown.steps.length - 1;
  const marks = step.marks.map(([mark, word, means]) => made("div", {},
    made("dt", { class: "blank" }, made("span", { class: `mark mark-${mark}`, "aria-hidden": "true" }), word), made("dd", {}, means)));
  const words = shown.box.querySelector(".tour-words");
  words.replaceChildren(
    made("p", { class: "tour-count" }, `Step ${at + 1} of ${shown.steps.length}`),
    made("h2", {}, step.title), made("p", {}, step.words), ...(marks.length ? [made("dl", { class: "blanks" }, ...marks)] : []));
  shown.box.querySelector("[data-tour-go='-1']").hidden = !at;
  const next = shown.box.querySelector("[data-tour-go='1']");
  next.textContent = last ? "Done" : "Next";
  point(placeOf(step));
}

/* What is spoken of is brought into the room that the words leave. */
function point(place) {
  unpoint();
  if (!place) { return; }
  place.setAttribute(MARK, "true");
  const zoom = parseFloat(getComputedStyle(root).zoom) || 1;
  const room = innerHeight - shown.box.offsetHeight * zoom;
  const box = place.getBoundingClientRect();
  scrollTo({ top: scrollY + box.top - Math.max(24, (room - box.height) / 2), behavior: "instant" });
}

function unpoint() {
  for (const place of document.querySelectorAll(`[${MARK}]`)) { place.removeAttribute(MARK); }
}

function end() {
  if (!shown) { return; }
  const { box, name, opener } = shown;
  shown = null;
  unpoint();
  document.removeEventListener("keydown", pressed);
  document.removeEventListener("click", clicked, true);
  const held = box.contains(document.activeElement) || document.activeElement === document.body;
  box.remove();
  document.dispatchEvent(new CustomEvent("lantern:toured", { detail: name }));
  if (location.hash === "#tour") { history.replaceState(history.state, "", location.pathname + location.search); }
  /* Who went on working in the page stays there. */
  const home = opener && isSeen(opener) ? opener : document.getElementById("question");
  if (held && home) { home.focus(); }
}

function go(by) {
  const to = shown.at + by;
  if (to >= shown.steps.length) { end(); return; }
  if (!to) { shown.box.querySelector("[data-tour-go='1']").focus({ preventScroll: true }); }
  show(to);
}

function pressed(event) {
  if (event.key === "Escape" && !event.defaultPrevented) { end(); }
}

function clicked(event) {
  if (event.target.closest("[data-present]")) { end(); return; }
  const asked = event.target.closest(".tour [data-tour-go]")?.dataset.tourGo;
  if (!asked) { return; }
  if (asked === "end") { end(); } else { go(Number(asked)); }
}
