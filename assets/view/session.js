/* A session that ended leads to where one signs in, and back to the same view; a fault of the server's is said, with its number. */
(function () {
  "use strict";
  const ASKED = "/_dash-", KEPT = "lantern-opened-anew", SOON = 10000;
  const send = window.fetch.bind(window);

  function say(words) {
    const old = document.getElementById("fault");
    const said = old || document.createElement("div");
    said.id = "fault";
    said.className = "notice trouble fault";
    said.setAttribute("role", "alert");
    said.textContent = words;
    if (!old) { document.body.append(said); }
  }

  /* A page older than its session is opened anew, once: where a browser keeps no cookies, that would never end. */
  function openAnew() {
    const last = Number(sessionStorage.getItem(KEPT) || 0);
    if (Date.now() - last < SOON) { say("This page cannot ask anything: the browser keeps no cookies of this site."); return; }
    sessionStorage.setItem(KEPT, String(Date.now()));
    location.reload();
  }

  async function sayFault(answer) {
    const told = await answer.clone().json().catch(() => ({}));
    say(told.what || "Something went wrong on our side. Try again in a minute.");
  }

  /* Where the reader was on the page, in case that what comes is no page: after signing in, or trying again, it is shown there. */
  const PLACE = "lantern-place", PATIENCE = 20000;
  const address = () => location.pathname + location.search;

  function keepPlace(place) {
    try { sessionStorage.setItem(PLACE, JSON.stringify(place)); } catch { /* a browser that keeps nothing shows the page from its top */ }
  }

  function keptPlace() {
    try { return JSON.parse(sessionStorage.getItem(PLACE)) || {}; } catch { return {}; }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".trouble a")) { keepPlace({ ...keptPlace(), wanted: true }); }
  }, true);

  function backToPlace() {
    const place = keptPlace();
    if (!place.wanted || place.address !== address()) { return; }
    keepPlace({});
    const begun = Date.now();
    new MutationObserver((_, watch) => {
      const isThere = document.querySelector("#main .card") && document.documentElement.scrollHeight >= place.y + innerHeight;
      if (isThere) { scrollTo(0, place.y); }
      if (isThere || Date.now() - begun > PATIENCE) { watch.disconnect(); }
    }).observe(document.documentElement, { childList: true, subtree: true });
  }

  backToPlace();

  window.fetch = async function (...asked) {
    const answer = await send(...asked);
    const path = new URL(answer.url || "/", location.href).pathname;
    if (!path.startsWith(ASKED)) { return answer; }
    if (scrollY || answer.status === 401) { keepPlace({ address: address(), y: scrollY, wanted: answer.status === 401 }); }
    if (answer.status === 401) { location.assign("/sign-in?next=" + encodeURIComponent(location.pathname + location.search + location.hash)); }
    if (answer.status === 400 && answer.headers.has("X-Page-Is-Stale")) { openAnew(); }
    if (answer.status >= 500 || answer.status === 403) { await sayFault(answer); }
    return answer;
  };
})();
