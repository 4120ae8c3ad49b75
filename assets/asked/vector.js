/* What every part of a picture is made of. */
export const FAMILY = "'Source Sans 3', Arial, sans-serif";
export const SPACE = "http://www.w3.org/2000/svg";

export const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
  element.append(...children);
  return element;
}

export function parsed(svg) {
  const element = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  return document.importNode(element, true);
}

export function placed(svg, x, y, width, height) {
  for (const [name, value] of Object.entries({ x, y, width, height, viewBox: `0 0 ${width} ${height}`, overflow: "visible" })) { svg.setAttribute(name, value); }
  svg.style.background = "none";
  return svg;
}

const known = {};
/* A color as #RRGGBB, which every program reads, and how much of it there is; null where there is none. */
export function coloured(words) {
  known[words] ??= solid(words);
  return known[words].share ? known[words] : null;
}

function solid(words) {
  pen.canvas.width = pen.canvas.height = 1;
  pen.fillStyle = words;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, share] = pen.getImageData(0, 0, 1, 1).data;
  return { value: "#" + [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join(""), share: share / 255 };
}
