/* How finished figures reach the screen: in the reader's theme, and in their narrow form where the place is narrow.
   The server draws each figure once, in light values; nothing here changes a number. */
window.lantern ||= {};
(function () {
  "use strict";
  /* Places narrower than this take the narrow form, where the figure does not name another width (meta.narrow.below). */
  const NARROW = 480;
  /* Paper holds the screen's own drawing, made smaller by the style sheet (30-print.css, .chart): Letter and A4 both hold 690 pixels,
     0.69 of the first. The page is still laid out for the screen when printing begins. */
  const PRINT_WIDTHS = { ".panel": 205, ".quality-fact": 330, "": 1000 };
  /* A page's height at that size: a chart that is higher would be cut. */
  const PRINT_HEIGHT = 1240;
  const typeface = Promise.all(["400", "700"].map((weight) => document.fonts.load(weight + " 14px 'Source Sans 3'"))).catch(() => {});
  let printing = false;

  Plotly.setPlotConfig({ showSendToCloud: false, plotlyServerURL: "", displaylogo: false, displayModeBar: false, doubleClick: false, scrollZoom: false });

  /* Seen from 8 m: no letter smaller and no line thinner than this, in pixels. */
  const FAR = { letter: 18, line: 3 };

  function theme() {
    if (printing) { return "light"; }
    return document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  }

  function palette() {
    const holder = document.getElementById("palette");
    return holder ? JSON.parse(holder.dataset.palette) : {};
  }

  function recoloured(value, map) {
    if (typeof value === "string") {
      const start = value.slice(0, 5);
      return start === "rgba(" ? map.faded(value) : map.solid[value] || value;
    }
    if (Array.isArray(value)) { return value.map((item) => recoloured(item, map)); }
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recoloured(item, map)]));
    }
    return value;
  }

  /* The values of this theme, by those of light; null in light itself. */
  function colourMap(worn) {
    const solid = palette()[worn];
    if (!solid) { return null; }
    const numbers = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)).join(",");
    const triples = Object.fromEntries(Object.entries(solid).map(([light, other]) => [numbers(light), numbers(other)]));
    const faded = (value) => {
      const [red, green, blue, share] = value.slice(5, -1).split(",");
      const found = triples[[red, green, blue].join(",")];
      return found ? `rgba(${found},${share})` : value;
    };
    return { solid, faded };
  }

  function merged(base, over) {
    const plain = (value) => value && typeof value === "object" && !Array.isArray(value);
    const out = { ...base };
    for (const [key, value] of Object.entries(over)) {
      out[key] = plain(value) && plain(base[key]) ? merged(base[key], value) : value;
    }
    return out;
  }

  /* How wide a figure may be, in the page's own pixels: the same under any zoom. */
  function place(graph) {
    if (printing) { return PRINT_WIDTHS[Object.keys(PRINT_WIDTHS).find((name) => !name || graph.closest(name))]; }
    return graph.clientWidth || graph.parentElement.clientWidth;
  }

  function zoomed() {
    return printing ? 1 : parseFloat(getComputedStyle(document.documentElement).zoom) || 1;
  }

  /* The page is asked once for all that are to be drawn: between two drawings it would be laid out anew for each answer. */
  const asked = new Set();
  let room = null;

  function roomFor(graph) {
    if (!room) {
      room = { zoom: zoomed(), widths: new Map([...asked].map((one) => [one, place(one)])) };
      asked.clear();
      setTimeout(() => { room = null; });
    }
    return { zoom: room.zoom, width: room.widths.get(graph) || place(graph) };
  }

  /* Larger by one factor: type, lines, marks, margins and what is placed in pixels. */
  const SIZES = new Set(["size", "height", "xshift", "yshift", "thickness", "ticklen", "standoff", "ax", "ay"]);
  const MARGINS = new Set(["l", "r", "t", "b"]);
  const PIXELS = /-?\d+(\.\d+)?/g;

  function enlarged(value, factor, least = {}, key = "", parent = "") {
    if (typeof value === "number") {
      const stroke = (key === "width" && parent === "line") || key === "thickness";
      const pixels = stroke || SIZES.has(key) || (MARGINS.has(key) && parent === "margin");
      const floor = stroke ? least.line : key === "size" && parent.endsWith("font") ? least.letter : 0;
      return pixels && value ? Math.max(value * factor, floor || -Infinity) : value;
    }
    if (key === "dash" && typeof value === "string") { return value.replace(PIXELS, (number) => String(Math.round(Number(number) * factor))); }
    if (Array.isArray(value)) { return value.map((item) => enlarged(item, factor, least, key, parent)); }
    if (value && typeof value === "object") {
      const floors = value.fill ? { ...least, line: 0 } : least;
      const out = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, enlarged(item, factor, floors, name, key)]));
      if (out.ysizemode === "pixel") {
        for (const end of ["y0", "y1"]) { if (typeof out[end] === "number") { out[end] *= factor; } }
        for (const end of out.xsizemode === "pixel" ? ["x0", "x1"] : []) { if (typeof out[end] === "number") { out[end] *= factor; } }
        if (out.path) { out.path = out.path.replace(PIXELS, (number) => String(Number(number) * factor)); }
      }
      return out;
    }
    return value;
  }

  /* A figure as it is drawn in a place of this width (pixels), in this theme, everything in it larger by zoom. */
  function dressed({ data, layout, ...rest }, { width, zoom = 1, worn = "light", shape }) {
    const { narrow } = layout.meta || {};
    if (narrow && width < (narrow.below || NARROW) * zoom) {
      layout = merged(layout, narrow.layout || {});
      data = data.map((trace, at) => merged(trace, (narrow.data || {})[at] || {}));
    }
    if (shape) { ({ data, layout } = shape({ data, layout })); }
    const map = colourMap(worn);
    const own = map ? (part) => recoloured(part, map) : structuredClone;
    const least = worn === "projector" ? FAR : {};
    const large = zoom === 1 && worn !== "projector" ? own : (part) => enlarged(own(part), zoom, least);
    return { ...rest, data: large(data), layout: { ...large(layout), autosize: false, width } };
  }

  function fitted(graph, figure) {
    const { zoom, width } = roomFor(graph);
    const worn = theme();
    graph.lanternWidth = width;
    /* While a card is presented it may show a part of its figure, in a place of its own height (asked/presenting.js). */
    const { height, ...staged } = window.lantern.staged?.(graph, figure) || {};
    const out = dressed(figure, { width, zoom, worn, ...staged });
    if (height) { out.layout.height = height; }
    if (printing) { out.layout.height = Math.min(out.layout.height, PRINT_HEIGHT); }
    if (worn === "projector") { out.layout.hovermode = false; }
    return out;
  }

  const react = Plotly.react;
  Plotly.react = function (graph, figure, ...rest) {
    if (!figure || !figure.data) { return react.call(Plotly, graph, figure, ...rest); }
    graph.lanternFigure = figure;
    asked.add(graph);
    /* Labels are measured when they are drawn: their typeface must be there. */
    return typeface.then(() => react.call(Plotly, graph, fitted(graph, figure), ...rest));
  };

  /* What is not on the page now has no width to be drawn for. */
  function again(only) {
    const graphs = [...document.querySelectorAll(".js-plotly-plot")].filter((graph) => graph.lanternFigure && place(graph) && (!only || only(graph)));
    room = null;
    graphs.forEach((graph) => asked.add(graph));
    return Promise.all(graphs.map((graph) => react.call(Plotly, graph, fitted(graph, graph.lanternFigure))));
  }

  Object.assign(window.lantern, { again, dressed, typeface, zoomed });

  /* A chart as a picture: what draws it is brought when it is asked for. */
  document.addEventListener("click", (event) => {
    const way = event.target.closest("[data-picture]");
    if (way) { import("/assets/asked/pictures.js").then((pictures) => pictures.take(way)); }
  });

  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => again((graph) => place(graph) !== graph.lanternWidth), 120);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => again());
  document.addEventListener("lantern:theme", () => again());
  addEventListener("beforeprint", () => { printing = true; again(); });
  addEventListener("afterprint", () => { printing = false; again(); });
})();
