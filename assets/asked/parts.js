/* What of a figure finds room on one screen: its panels one by one, or its rows by so many. Values stay what they are; places in shares of the plot move along. */
const NAME = /^yaxis\d*$/;
/* Rows closer than this (pixels) run into each other; else they may come this much closer than on the page. */
const LEAST_ROW = 30, CLOSER = 0.6;
/* An axis shorter than this share of the plot is the strip of blanks, and goes along with every panel. */
const STRIP = 0.08;
/* Between a panel and its time axis where no strip is (pixels). */
const CLEAR = 10;

const short = (name) => name.replace("axis", "");
const plotHeight = (layout, height, zoom) => height - (layout.margin.t + layout.margin.b) * zoom;

/* How many parts, and one of them as a function of the figure: for a place of this height (pixels), everything in it larger by zoom. */
export function partsOf(layout, height, zoom) {
  const panels = panelsOf(layout);
  if (panels.length > 1) { return { count: panels.length, part: (at) => (figure) => panelOf(figure, at, height, zoom) }; }
  const rows = rowsOf(layout);
  const natural = plotHeight(layout, layout.height, 1) / rows * zoom;
  const most = Math.max(1, Math.floor(plotHeight(layout, height, zoom) / Math.max(LEAST_ROW, natural * CLOSER)));
  const count = rows ? Math.ceil(rows / most) : 1;
  const each = Math.ceil(rows / count);
  return count > 1 ? { count, part: (at) => (figure) => rowsFrom(figure, at * each, each) } : { count: 1, part: () => (figure) => figure };
}

/* The panels that stand over each other, the uppermost first. */
function panelsOf(layout) {
  const named = Object.entries(layout).filter(([name, axis]) => NAME.test(name) && axis.visible !== false && axis.domain && axis.domain[1] - axis.domain[0] > STRIP);
  return named.map(([name, axis]) => ({ name, bottom: axis.domain[0], top: axis.domain[1] })).sort((one, other) => other.top - one.top);
}

/* Rows are counted from 0 at the top. */
function rowsOf(layout) {
  const range = layout.yaxis && layout.yaxis.range;
  return range && range[1] === -0.5 && Number.isInteger(range[0] + 0.5) ? range[0] + 0.5 : 0;
}

function rowsFrom({ data, layout }, first, many) {
  const inside = (y) => typeof y !== "number" || (y > first - 0.5 && y < first + many - 0.5);
  const onRows = (one) => (one.yref || "y") !== "y" || inside(one.y ?? (one.y0 + one.y1) / 2);
  return {
    data: data.map((trace) => ({ ...trace, y: trace.y.map((y) => (inside(y) ? y : null)) })),
    layout: {
      ...layout,
      yaxis: { ...layout.yaxis, range: [first + many - 0.5, first - 0.5] },
      annotations: (layout.annotations || []).filter(onRows),
      shapes: (layout.shapes || []).filter(onRows),
    },
  };
}

/* One panel in the place of all. What stands above them and below keeps its size, so does the space for it. */
function panelOf({ data, layout }, at, height, zoom) {
  const panels = panelsOf(layout);
  const panel = panels[at], lowest = panels[panels.length - 1].bottom, highest = panels[0].top;
  const scale = plotHeight(layout, layout.height, 1) * zoom / plotHeight(layout, height, zoom);
  const isStrip = (one) => one.yref === "paper" && (one.yanchor ?? one.y1) > 0 && (one.yanchor ?? one.y1) < lowest;
  const foot = (layout.shapes || []).some(isStrip) ? lowest * scale : Math.min(lowest, CLEAR / plotHeight(layout, height, zoom));
  const domain = [foot, 1 - (1 - highest) * scale];
  const over = panels[at - 1] ? (panels[at - 1].bottom + panel.top) / 2 : 1;
  const under = panels[at + 1] ? (panels[at + 1].top + panel.bottom) / 2 : lowest;
  const strips = Object.keys(layout).filter((name) => NAME.test(name) && !panels.some((one) => one.name === name));
  const held = new Set([panel.name, ...strips].map(short));

  /* Where a share of the old plot lies in the new; null where it belongs to another panel. */
  function moved(y) {
    if (y <= 0 || y >= 1) { return y; }
    if (y < under) { return at === panels.length - 1 || y < lowest ? y * scale : null; }
    if (y > over) { return null; }
    return domain[0] + (y - panel.bottom) / (panel.top - panel.bottom) * (domain[1] - domain[0]);
  }

  /* A line through several panels goes as far as this one. */
  function across(one) {
    const [low, high] = [Math.min(one.y0, one.y1), Math.max(one.y0, one.y1)];
    if (high <= under || low >= over) { return null; }
    const end = (y) => (y <= 0 || y >= 1 ? y : moved(Math.min(Math.max(y, under), over)));
    return { ...one, y0: end(low), y1: end(high) };
  }

  function placed(one) {
    if (one.type === "line" && one.y0 !== one.y1) { return across(one); }
    const out = { ...one };
    for (const key of ["y", "y0", "y1", "yanchor"]) {
      if (typeof one[key] === "number" && !(one.ysizemode === "pixel" && key !== "yanchor")) { out[key] = moved(one[key]); }
    }
    return out;
  }

  const kept = (one) => one && ["y", "y0", "y1", "yanchor"].every((key) => one[key] !== null);
  const here = (list) => (list || []).map((one) => (one.yref === "paper" ? placed(one) : held.has(one.yref || "y") ? one : null)).filter(kept);
  const axes = panels.map(({ name }) => [name, name === panel.name ? { ...layout[name], domain } : { ...layout[name], visible: false }]);
  const strip = strips.map((name) => [name, { ...layout[name], domain: [0, (layout[name].domain || [0, STRIP])[1] * scale] }]);
  return {
    data: data.map((trace) => (held.has(trace.yaxis || "y") ? trace : { ...trace, visible: false })),
    layout: { ...layout, ...Object.fromEntries([...axes, ...strip]), annotations: here(layout.annotations), shapes: here(layout.shapes) },
  };
}
