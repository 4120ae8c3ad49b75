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
    keep();
  }

  /* What holds on the next page too: the question and the reader's team go along with every link of the bar. */
  const KEPT_ON = ["measure", "stratifier", "group", "reference", "team"];

  function keep() {
    const here = new URLSearchParams(location.search);
    const kept = new URLSearchParams(KEPT_ON.filter((name) => here.get(name)).map((name) => [name, here.get(name)]));
    const said = kept.toString() ? "?" + kept : "";
    for (const link of document.querySelectorAll(".bar a[data-path], .crumbs a[data-path]")) {
      link.setAttribute("href", link.dataset.path + said);
      const isHere = link.dataset.path === "/" ? location.pathname === "/" : (location.pathname + "/").startsWith(link.dataset.path + "/");
      if (isHere && link.closest(".menu")) { link.setAttribute("aria-current", "page"); } else { link.removeAttribute("aria-current"); }
    }
    const team = here.get("team") || "none";
    const select = document.getElementById("my-team");
    if (select && select.value !== team) { dash_clientside.set_props("my-team", { value: team }); }
  }

  /* A link to what a chart means takes them along too, whichever button opens it; what it says itself stays. */
  function takeAlong(event) {
    const link = event.target.closest("a[data-keep]");
    if (!link) { return; }
    const here = new URLSearchParams(location.search);
    const said = new URLSearchParams(link.search);
    for (const name of said.has("measure") ? ["team"] : KEPT_ON) { if (here.get(name)) { said.set(name, here.get(name)); } }
    link.search = said.toString();
  }

  for (const kind of ["click", "auxclick"]) { document.addEventListener(kind, takeAlong, true); }

  addEventListener("popstate", () => {
    keep();
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
    if (control.id === "my-team") { turn(location.pathname + searchWith("team", control.value === "none" ? "" : control.value, [])); return; }
    const choice = control.closest("[data-choice]");
    if (choice && choice.dataset.turn) {
      turn(location.pathname + searchWith(choice.dataset.choice, control.value, ["page"]) + "#" + choice.dataset.turn);
    } else if (choice) { ask(searchWith(choice.dataset.choice, control.value, (choice.dataset.clears || "").split(" ").filter(Boolean))); }
  });

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("button.opens");
    if (!opener) { return; }
    const opened = document.getElementById(opener.getAttribute("aria-controls")).toggleAttribute("data-open");
    opener.setAttribute("aria-expanded", String(opened));
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-soft], a[data-turn]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    event.preventDefault();
    if (link.dataset.turn) { turn(link.href); return; }
    const asked = new URL(link.href);
    ask(asked.search);
    /* A link that names a card leads there: what it asked for is shown in it. */
    const card = asked.hash && document.getElementById(asked.hash.slice(1));
    if (card) {
      card.setAttribute("tabindex", "-1");
      card.focus({ preventScroll: true });
      card.scrollIntoView();
    }
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

  /* The address of a card, or of an entry in one: it is brought into view and marked, once it is there. */
  function showCard() {
    for (const card of document.querySelectorAll(".here")) { card.classList.remove("here"); }
    const card = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!card || !card.matches(".card, .entry")) { return false; }
    card.classList.add("here");
    card.scrollIntoView();
    return true;
  }

  addEventListener("hashchange", showCard);
  if (location.hash.length > 1) {
    new MutationObserver((_, watch) => {
      if (showCard()) {
        watch.disconnect();
        /* Charts above it take their room before they are drawn; the typeface may still move it. */
        document.fonts.ready.then(showCard);
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  /* Presenting and pictures are brought when they are asked for: no page waits for them. */
  const bring = (name) => import("/assets/asked/" + name + ".js");

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-present]");
    if (opener) { bring("presenting").then((presenting) => presenting.begin(opener)); }
  });

  if (location.hash.startsWith("#present/")) {
    new MutationObserver((_, watch) => {
      if (document.querySelector("#main [data-present]")) {
        watch.disconnect();
        bring("presenting").then((presenting) => presenting.begin(null));
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  /* A page's tour is offered until somebody took it or said no, to one or to all; that is kept on this device alone. */
  const TOURED = "lantern-toured";

  function keepToured(name) {
    let kept = "";
    try {
      kept = localStorage.getItem(TOURED) || "";
      if (name && !kept.split(" ").includes(name)) { localStorage.setItem(TOURED, kept = (kept + " " + name).trim()); }
    } catch { kept = name; }
    document.documentElement.dataset.toured = kept;
  }

  const tour = (offer, opener) => bring("tour").then((asked) => asked.begin(offer, opener));

  keepToured("");
  document.addEventListener("lantern:toured", (event) => keepToured(event.detail));
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-tour-begin]");
    if (opener) { tour(opener.closest(".tour-offer"), opener); }
    if (!event.target.closest("[data-tour-decline]")) { return; }
    keepToured("all");
    document.getElementById("question").focus({ preventScroll: true });
  });

  /* The help page leads to a tour by its address. */
  if (location.hash === "#tour") {
    new MutationObserver((_, watch) => {
      const offer = document.querySelector(".tour-offer");
      if (offer) {
        watch.disconnect();
        document.fonts.ready.then(() => tour(offer, null));
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  /* The controls of the bar show what was chosen before, and the menu where the reader is, as soon as they are there. */
  new MutationObserver((_, watch) => {
    if (document.getElementById("theme")) {
      watch.disconnect();
      if (chosenTheme()) { dash_clientside.set_props("theme", { value: chosenTheme() }); }
      keep();
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
