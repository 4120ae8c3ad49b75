/* A card as one picture that says by itself what it is: title, sentence, chart, filters, source, n and date, all in vector text. */
const WIDTH = 1200, SIDE = 40, INNER = WIDTH - 2 * SIDE;
const FAMILY = "'Source Sans 3', Arial, sans-serif";
/* A sentence that tells every mark is longer than this (letters): it is told to those who cannot see them, and the title stands for it. */
const LONG = 330;
const INK = "#1B1E23", INK2 = "#474D57", PAPER = "#FCFBF9", RULE = "#DAD6CE";
const SMALL = { most: 4, gap: 24, head: 44 };
const SPACE = "http://www.w3.org/2000/svg";
const STYLES = {
  title: { size: 30, line: 36, weight: 700, colour: INK },
  sentence: { size: 20, line: 28, weight: 400, colour: INK },
  words: { size: 16, line: 22, weight: 400, colour: INK2 },
  name: { size: 16, line: 20, weight: 650, colour: INK },
};

const text = (element) => (element ? element.textContent.trim().replace(/\s+/g, " ") : "");
const pen = document.createElement("canvas").getContext("2d");

function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
  element.append(...children);
  return element;
}

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
  const origin = [text(document.querySelector(".synthetic")), load, `Picture made ${made} with Lantern.`];
  return {
    title,
    /* Where the sentence is the title and how to read it, it is not said twice. */
    sentence: !whole || whole.length > LONG || (whole.startsWith(title) && whole.includes(subtitle)) ? title + "." : whole,
    whole,
    subtitle,
    question: text(document.getElementById("question")),
    filters: filters && `Shown: ${filters}.`,
    source: text(card.querySelector(".card-foot .source")),
    origin: origin.filter(Boolean).join(" "),
  };
}

/* The card's charts in light, each in its place: small ones side by side under their names. */
async function chartsOf(card, from) {
  const graphs = [...card.querySelectorAll(".js-plotly-plot")].filter((graph) => graph.lanternFigure && graph.closest(".chart").checkVisibility({ visibilityProperty: true }));
  const parts = [];
  let y = from, column = 0, row = 0;
  const across = (INNER - (SMALL.most - 1) * SMALL.gap) / SMALL.most;
  for (const graph of graphs) {
    const holder = graph.closest(".panel, .quality-fact");
    const title = holder ? "" : text(over(graph));
    const width = holder ? across : INNER;
    const figure = window.lantern.dressed(graph.lanternFigure, { width });
    const height = figure.layout.height;
    const svg = parsed(await Plotly.toImage({ data: figure.data, layout: figure.layout }, { format: "svg", width, height, imageDataOnly: true }));
    if (holder) {
      const x = SIDE + column * (across + SMALL.gap);
      parts.push(...namesOf(holder, x, y), placed(svg, x, y + SMALL.head, width, height));
      row = Math.max(row, height + SMALL.head + SMALL.gap);
      column = (column + 1) % SMALL.most;
      if (!column) { y += row; row = 0; }
    } else {
      if (title) { parts.push(line(title, STYLES.name, SIDE, y += 24)); y += 8; }
      parts.push(placed(svg, SIDE, y, width, height));
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

function parsed(svg) {
  const element = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return document.importNode(element, true);
}

function placed(svg, x, y, width, height) {
  for (const [name, value] of Object.entries({ x, y, width, height, viewBox: `0 0 ${width} ${height}`, overflow: "visible" })) { svg.setAttribute(name, value); }
  svg.style.background = "none";
  return svg;
}

function line(words, { size, weight, colour }, x, y) {
  return drawn("text", { x, y, "font-family": FAMILY, "font-size": size, "font-weight": weight, fill: colour }, words);
}

const rule = (y, colour, width) => drawn("path", { d: `M${SIDE} ${y}H${WIDTH - SIDE}`, stroke: colour, "stroke-width": width, fill: "none" });

/* The whole picture, and how high it is. */
export async function composed(card) {
  await window.lantern.typeface;
  const said = saidOf(card);
  const parts = [rule(SIDE - 12, INK, 2)];
  let y = SIDE;
  const write = (words, style, before = 0) => {
    for (const one of words ? wrapped(words, style, INNER) : []) {
      parts.push(line(one, style, SIDE, y + before + style.size));
      y += style.line;
    }
    y += words ? before : 0;
  };
  write(said.title, STYLES.title);
  if (said.sentence !== said.title + ".") { write(said.sentence, STYLES.sentence, 6); }
  write(said.subtitle, STYLES.words, 6);
  write(said.filters, STYLES.words, 2);
  const charts = await chartsOf(card, y + 24);
  parts.push(...charts.parts);
  y = charts.bottom;
  parts.push(rule(y, RULE, 1));
  write(said.source, STYLES.words, 10);
  write(said.origin, STYLES.words);
  const height = Math.ceil(y + 28);
  const names = { "aria-labelledby": "picture-title picture-words", role: "img" };
  const words = [said.question, said.whole || said.sentence, said.subtitle, said.filters, said.source, said.origin].filter(Boolean).join(" ");
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
