/* A reader's choice changes the address (back undoes it) and asks the page for what changes; the theme is kept on this device. */
(function () {
  "use strict";
  const KEPT = "lantern-theme";

  function chosenTheme() {
    try { return localStorage.getItem(KEPT) || ""; } catch { return ""; }
  }

  function wear(theme) {
    if (theme) { document.documentElement.dataset.theme = theme; } else { delete document.documentElement.dataset.theme; }
    document.dispatchEvent(new CustomEvent("lantern:theme"));
  }

  wear(chosenTheme());

  /* Dash's own location learns of an address by the back button alone, and does nothing where it finds the one that it knows. */
  let known = location.search;
  let shown = location.search;

  function ask(search) {
    history.pushState({}, "", location.pathname + search);
    shown = location.search;
    dash_clientside.set_props("query", { data: search });
  }

  addEventListener("popstate", () => {
    if (location.search === shown) { return; }
    shown = location.search;
    if (shown === known) { dash_clientside.set_props("query", { data: shown }); }
    known = shown;
  });

  /* A choice that others hang on takes them along: a new measure has its own groups. */
  function searchWith(name, value, clears) {
    const query = new URLSearchParams(location.search);
    for (const other of clears) { query.delete(other); }
    if (value) { query.set(name, value); } else { query.delete(name); }
    const said = query.toString();
    return said ? "?" + said : "";
  }

  document.addEventListener("change", (event) => {
    const control = event.target;
    if (control.id === "theme") {
      const theme = control.value === "system" ? "" : control.value;
      try { localStorage.setItem(KEPT, theme); } catch { /* a device that keeps nothing still shows the theme */ }
      wear(theme);
      return;
    }
    const choice = control.closest("[data-choice]");
    if (choice && choice.dataset.turn) {
      turn(location.pathname + searchWith(choice.dataset.choice, control.value, ["page"]) + "#network-panels");
    } else if (choice) { ask(searchWith(choice.dataset.choice, control.value, (choice.dataset.clears || "").split(" ").filter(Boolean))); }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-soft], a[data-turn]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (link.dataset.turn) { turn(link.href); return; }
    ask(new URL(link.href).search);
    const home = document.getElementById("question");
    if (home && link.closest(".badges")) { home.focus({ preventScroll: true }); }
  }, true);

  /* Another page of teams is another view: the whole page comes anew, at the place where the reader was. */
  function turn(address) {
    const target = new URL(address, location.href);
    history.pushState({}, "", target.pathname + target.search);
    dispatchEvent(new PopStateEvent("popstate"));
    const old = document.getElementById("main");
    new MutationObserver((_, watch) => {
      const place = target.hash && document.querySelector(target.hash);
      if (place && document.getElementById("main") !== old) {
        watch.disconnect();
        place.scrollIntoView();
      }
    }).observe(document.body, { childList: true, subtree: true });
  }

  /* The theme's control shows what was chosen before, and the menu where the reader is, as soon as they are there. */
  new MutationObserver((_, watch) => {
    if (document.getElementById("theme")) {
      watch.disconnect();
      if (chosenTheme()) { dash_clientside.set_props("theme", { value: chosenTheme() }); }
      for (const link of document.querySelectorAll(".menu a")) {
        if (link.dataset.path === location.pathname) { link.setAttribute("aria-current", "page"); }
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
