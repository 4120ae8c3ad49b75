/* Runs before a page's own scripts: tells when all figures were drawn and are on the screen. The same in the floor and in the app. */
(() => {
  const drawn = new Map();
  const bench = (window.bench = { drawn, draws: 0 });
  const waiting = [];
  let since = 0;

  function settle() {
    const now = [...drawn].filter(([graph, at]) => graph.isConnected && at >= since).length;
    while (waiting.length && now >= waiting[0].figures) {
      const { done, from } = waiting.shift();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from())));
    }
  }

  function watched(draw) {
    return (graph, ...rest) =>
      Promise.resolve(draw(graph, ...rest)).then((result) => {
        bench.draws += 1;
        drawn.set(graph, performance.now());
        settle();
        return result;
      });
  }

  let plotly;
  Object.defineProperty(window, "Plotly", {
    configurable: true,
    get: () => plotly,
    set(value) {
      for (const name of ["newPlot", "react"]) { value[name] = watched(value[name]); }
      plotly = value;
    },
  });

  /* Longer than anything that is still worth a measurement. */
  const PATIENCE = 30000;

  function wait(figures, from) {
    return new Promise((done, failed) => {
      waiting.push({ figures, done, from });
      setTimeout(() => failed(new Error(`${drawn.size} figures were drawn, ${figures} expected`)), PATIENCE);
      settle();
    });
  }

  /* Milliseconds from the start of the page, or from the next choice, until so many figures are drawn. */
  bench.opened = (figures) => wait(figures, () => 0);
  bench.expectChange = (figures) => {
    since = Infinity;
    bench.changed = wait(figures, () => since);
    addEventListener("change", () => { since = performance.now(); }, { capture: true, once: true });
  };
})();
