/* How finished figures reach the screen: in the reader's theme, and in their narrow form where the place is narrow.
   The server draws each figure once, in light values; nothing here changes a number. */
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

  function dark() {
    if (printing) { return false; }
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
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

  function colourMap() {
    const solid = palette();
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

  function enlarged(value, factor, key, parent) {
    if (typeof value === "number") {
      const pixels = SIZES.has(key) || (key === "width" && parent === "line") || (MARGINS.has(key) && parent === "margin");
      return pixels ? value * factor : value;
    }
    if (Array.isArray(value)) { return value.map((item) => enlarged(item, factor, key, parent)); }
    if (value && typeof value === "object") {
      const out = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, enlarged(item, factor, name, key)]));
      if (out.ysizemode === "pixel") {
        for (const end of ["y0", "y1"]) { if (typeof out[end] === "number") { out[end] *= factor; } }
        for (const end of out.xsizemode === "pixel" ? ["x0", "x1"] : []) { if (typeof out[end] === "number") { out[end] *= factor; } }
        if (out.path) { out.path = out.path.replace(/-?\d+(\.\d+)?/g, (number) => String(Number(number) * factor)); }
      }
      return out;
    }
    return value;
  }

  function fitted(graph, figure) {
    const meta = (figure.layout && figure.layout.meta) || {};
    let { data, layout } = figure;
    const { zoom, width } = roomFor(graph);
    graph.lanternWidth = width;
    if (meta.narrow && graph.lanternWidth < (meta.narrow.below || NARROW) * zoom) {
      layout = merged(layout, meta.narrow.layout || {});
      data = data.map((trace, at) => merged(trace, (meta.narrow.data || {})[at] || {}));
    }
    if (dark()) {
      const map = colourMap();
      data = recoloured(data, map);
      layout = recoloured(layout, map);
    } else {
      data = structuredClone(data);
      layout = structuredClone(layout);
    }
    if (zoom !== 1) {
      data = enlarged(data, zoom);
      layout = enlarged(layout, zoom);
    }
    layout.autosize = false;
    layout.width = graph.lanternWidth;
    if (printing) { layout.height = Math.min(layout.height, PRINT_HEIGHT); }
    return { ...figure, data, layout };
  }

  const react = Plotly.react;
  Plotly.react = function (graph, figure, ...rest) {
    if (!figure || !figure.data) { return react.call(Plotly, graph, figure, ...rest); }
    graph.lanternFigure = figure;
    asked.add(graph);
    /* Labels are measured when they are drawn: their typeface must be there. */
    return typeface.then(() => react.call(Plotly, graph, fitted(graph, figure), ...rest));
  };

  function again(only) {
    const graphs = [...document.querySelectorAll(".js-plotly-plot")].filter((graph) => graph.lanternFigure && (!only || only(graph)));
    room = null;
    graphs.forEach((graph) => asked.add(graph));
    graphs.forEach((graph) => react.call(Plotly, graph, fitted(graph, graph.lanternFigure)));
  }

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
