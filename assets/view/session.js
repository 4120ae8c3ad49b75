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

  window.fetch = async function (...asked) {
    const answer = await send(...asked);
    const path = new URL(answer.url || "/", location.href).pathname;
    if (!path.startsWith(ASKED)) { return answer; }
    if (answer.status === 401) { location.assign("/sign-in?next=" + encodeURIComponent(location.pathname + location.search + location.hash)); }
    if (answer.status === 400 && answer.headers.has("X-Page-Is-Stale")) { openAnew(); }
    if (answer.status >= 500 || answer.status === 403) { await sayFault(answer); }
    return answer;
  };
})();
