/* What HTML shows, drawn again as SVG: boxes with their borders, marks that are cut out of a color, and words as words.
   What a style sheet writes by itself (::before) is left out: no grid has any on a desk. */
import { FAMILY, coloured, drawn, parsed, pen, placed } from "./vector.js";

const SIDES = ["Top", "Right", "Bottom", "Left"];
const DASHES = { dashed: [3, 2], dotted: [1, 1] };
const CUT = /^polygon\((.*)\)$/;
const SHAPE = /^url\("data:image\/svg\+xml,(.*)"\)$/s;
const INSET = /^(.+?\)) (-?[\d.]+)px 0px 0px 0px inset$/;
const WASH = /^linear-gradient\(to ([a-z ]+), (.*)\)$/;
const STOP = /(rgba?\([^)]*\)|color\([^)]*\)) ([\d.]+)(px|%)/g;
/* Browsers differ in the order of the words. */
const TOWARD = { right: () => [1, 0], "right top": ({ width, height }) => [height, -width] };

/* All that an element shows, from its own upper left corner. */
export function redrawn(root) {
  const from = root.getBoundingClientRect();
  return [...walked(root, (box) => new DOMRect(box.x - from.x, box.y - from.y, box.width, box.height))];
}

function* walked(element, here) {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  if (style.display === "none" || style.visibility !== "visible" || style.clipPath.startsWith("inset(50%")) { return; }
  const box = here(element.getBoundingClientRect());
  if (box.width && box.height) { yield* boxOf(style, box); }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) { yield* wordsOf(child, style, here); }
    if (child.nodeType === Node.ELEMENT_NODE) { yield* walked(child, here); }
  }
}

function* boxOf(style, box) {
  const ground = coloured(style.backgroundColor);
  const shape = (style.maskImage || style.webkitMaskImage).match(SHAPE);
  if (shape) { return yield markOf(decodeURIComponent(shape[1]), ground, box); }
  const cut = style.clipPath.match(CUT);
  if (cut) { return yield drawn("path", { d: pathOf(cut[1], style, box), ...filled(ground) }); }
  if (ground) { yield drawn("rect", { ...placeOf(box), ...meeting(rounded(style, box)), ...filled(ground) }); }
  yield* washOf(style, box);
  const edge = style.boxShadow.match(INSET);
  if (edge) { yield drawn("rect", { ...placeOf({ ...sizes(box), width: Number(edge[2]) }), ...filled(coloured(edge[1])) }); }
  yield* bordersOf(style, box);
  const outline = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "solid" && outline) { yield outlined(box, outline, coloured(style.outlineColor), {}); }
}

const sizes = ({ x, y, width, height }) => ({ x, y, width, height });
const near = (number) => Math.round(number * 100) / 100;
const placeOf = (box) => Object.fromEntries(Object.entries(sizes(box)).map(([name, value]) => [name, near(value)]));
const filled = (colour) => (!colour ? { fill: "none" } : colour.share < 1 ? { fill: colour.value, "fill-opacity": near(colour.share) } : { fill: colour.value });

function rounded(style, { width, height }) {
  const radius = style.borderTopLeftRadius;
  const size = radius.endsWith("%") ? Math.min(width, height) * parseFloat(radius) / 100 : parseFloat(radius);
  return size ? { rx: near(Math.min(size, width / 2, height / 2)) } : {};
}

/* Grounds that touch leave no seam between them. */
const meeting = (corners) => (corners.rx ? corners : { "shape-rendering": "crispEdges" });

/* A mark of the page: its shape in the color of what it is cut out of. */
function markOf(svg, colour, { x, y, width, height }) {
  const mark = parsed(svg);
  const viewBox = mark.getAttribute("viewBox");
  const ink = colour ? colour.value : "none";
  if (!mark.hasAttribute("fill")) { mark.setAttribute("fill", "#000"); }
  for (const part of [mark, ...mark.querySelectorAll("*")]) {
    for (const name of ["fill", "stroke"]) { if (part.getAttribute(name) === "#000") { part.setAttribute(name, ink); } }
  }
  placed(mark, near(x), near(y), near(width), near(height)).setAttribute("viewBox", viewBox);
  mark.removeAttribute("style");
  return mark;
}

/* A cut-out shape, turned as the page turns it. */
function pathOf(points, style, { x, y, width, height }) {
  const { a, b, c, d } = new DOMMatrix(style.transform);
  const corners = points.split(",").map((point) => point.trim().split(" ").map((share) => parseFloat(share) / 100 - 0.5));
  const at = ([across, down]) => [near(x + width * (0.5 + a * across + c * down)), near(y + height * (0.5 + b * across + d * down))];
  return "M" + corners.map((corner) => at(corner).join(" ")).join("L") + "Z";
}

let washes = 0;
/* A gradient in one direction. */
function* washOf(style, box) {
  const found = style.backgroundImage.match(WASH);
  const toward = found && TOWARD[found[1].split(" ").sort().join(" ")];
  if (!toward) { return; }
  const [across, down] = toward(box);
  const whole = Math.hypot(across, down);
  const [right, under] = [across / whole, down / whole];
  const long = Math.abs(box.width * right) + Math.abs(box.height * under);
  const [middle, centre] = [box.x + box.width / 2, box.y + box.height / 2];
  const ends = { x1: middle - right * long / 2, y1: centre - under * long / 2, x2: middle + right * long / 2, y2: centre + under * long / 2 };
  const stops = [...found[2].matchAll(STOP)].map(([, colour, at, unit]) => drawn("stop", { offset: near(at / (unit === "px" ? long : 100)), ...stopping(coloured(colour)) }));
  const id = `wash-${washes += 1}`;
  yield drawn("linearGradient", { id, gradientUnits: "userSpaceOnUse", ...ends }, ...stops);
  yield drawn("rect", { ...placeOf(box), ...rounded(style, box), fill: `url(#${id})` });
}

const stopping = (colour) => (colour ? { "stop-color": colour.value, "stop-opacity": near(colour.share) } : { "stop-opacity": 0 });

function* bordersOf(style, box) {
  const sides = SIDES.map((side) => ({
    side, width: parseFloat(style[`border${side}Width`]), kind: style[`border${side}Style`], colour: coloured(style[`border${side}Color`]),
  }));
  const seen = sides.filter(({ width, kind, colour }) => width && colour && !["none", "hidden"].includes(kind));
  const alike = seen.length === 4 && new Set(seen.map(({ width, kind, colour }) => `${width} ${kind} ${colour.value}`)).size === 1;
  if (alike) { return yield outlined(box, seen[0].width, seen[0].colour, { ...dashed(seen[0]), ...rounded(style, box) }); }
  for (const one of seen) { yield drawn("path", { d: edgeOf(one, box), ...stroked(one.width, one.colour), ...dashed(one) }); }
}

const stroked = (width, colour) => ({ fill: "none", stroke: colour.value, "stroke-width": width });
const dashed = ({ kind, width }) => (DASHES[kind] ? { "stroke-dasharray": DASHES[kind].map((part) => part * width).join(" ") } : {});

/* A line of this width along the inside of a box. */
function outlined({ x, y, width, height }, thick, colour, more) {
  const inner = { x: x + thick / 2, y: y + thick / 2, width: Math.max(0, width - thick), height: Math.max(0, height - thick) };
  return drawn("rect", { ...placeOf(inner), ...more, ...stroked(thick, colour) });
}

function edgeOf({ side, width }, { left, right, top, bottom }) {
  const half = width / 2;
  if (side === "Top" || side === "Bottom") { return `M${near(left)} ${near(side === "Top" ? top + half : bottom - half)}H${near(right)}`; }
  return `M${near(side === "Left" ? left + half : right - half)} ${near(top)}V${near(bottom)}`;
}

/* The words of a text, line by line as the page breaks them. */
function* wordsOf(node, style, here) {
  const lines = [];
  for (const { words, box, first } of piecesOf(node)) {
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < 1) { line.words += (first ? " " : "") + words; } else { lines.push({ words, box }); }
  }
  for (const { words, box } of lines) { yield lineOf(words, style, here(box)); }
}

/* Word for word; a word that the page breaks, letter for letter. */
function* piecesOf(node) {
  const range = node.ownerDocument.createRange();
  const boxes = (from, to) => { range.setStart(node, from); range.setEnd(node, to); return [...range.getClientRects()].filter(({ width }) => width); };
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    const found = boxes(index, index + word.length);
    if (found.length === 1) { yield { words: word, box: found[0], first: true }; }
    for (let at = 0; found.length > 1 && at < word.length; at += 1) {
      for (const box of boxes(index + at, index + at + 1)) { yield { words: word[at], box, first: at === 0 }; }
    }
  }
}

function lineOf(words, style, box) {
  const size = parseFloat(style.fontSize), weight = style.fontWeight;
  pen.font = `${weight} ${size}px ${FAMILY}`;
  const { fontBoundingBoxAscent: over, fontBoundingBoxDescent: under } = pen.measureText(words);
  const more = [["font-variant-numeric", style.fontVariantNumeric], ["letter-spacing", style.letterSpacing]].filter(([, value]) => value !== "normal");
  const kept = more.length ? { style: more.map((pair) => pair.join(":")).join(";") } : {};
  const y = near(box.y + box.height * over / (over + under));
  return drawn("text", { x: near(box.x), y, "font-family": FAMILY, "font-size": size, "font-weight": weight, ...filled(coloured(style.color)), ...kept }, words);
}
