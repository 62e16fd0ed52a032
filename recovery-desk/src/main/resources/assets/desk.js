// What an open page does by itself: it turns its clocks, hears of changes, and says how old it is.
"use strict";
(() => {
  const body = document.body;
  const say = (name, ...values) =>
    values.reduce((text, value, at) => text.replaceAll(`{${at}}`, value), body.dataset[name] ?? "");

  // The hotel's time, which in a demonstration is another than the browser's.
  let ahead = Number(body.dataset.now) - Date.now();
  const now = () => Date.now() + ahead;

  const span = (millis) => {
    const minutes = Math.floor(Math.abs(millis) / 60000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 60) return say("minutes", minutes);
    return hours < 48
      ? say("hours", hours, minutes % 60)
      : say("days", Math.floor(hours / 24), hours % 24);
  };

  function turnClocks() {
    for (const left of document.querySelectorAll("[data-due]")) {
      const due = Number(left.dataset.due);
      if (!due) continue;
      const late = due < now();
      left.textContent = say(late ? "late" : "still", span(due - now()));
      left.closest(".row, .promise")?.classList.toggle("late", late);
    }
    for (const ring of document.querySelectorAll(".ring[data-starts]:not(.stopped)")) turn(ring);
  }

  // Fills the quarter of the tier that runs; a tier that has begun is told by the server.
  function turn(ring) {
    const starts = ring.dataset.starts.split(",").map((each) => each.split("="));
    const at = starts.findIndex(([tier]) => tier === ring.dataset.tier);
    if (at < 0 || at + 1 >= starts.length) return;
    const from = Number(starts[at][1]);
    const to = Number(starts[at + 1][1]);
    const gone = Math.min(1, Math.max(0.08, (now() - from) / Math.max(1, to - from)));
    ring.querySelector("circle." + ring.dataset.tier)?.setAttribute("stroke-dasharray", `${(22 * gone).toFixed(1)} 100`);
  }

  const clock = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", numberingSystem: "latn",
  });
  let last = Date.now();
  let signedOut = false;
  let asOf = Number(body.dataset.asof);

  function tellAge(behind) {
    for (const pill of document.querySelectorAll(".asof")) {
      const silent = Math.max(behind, Math.round((Date.now() - last) / 1000));
      const late = signedOut || silent > 5;
      pill.classList.toggle("behind", late);
      const time = asOf > 0 ? clock.format(new Date(asOf)) : "–";
      const text = signedOut ? say("signedout", time) : late ? say("behind", time, silent) : say("asofWords", time);
      if (pill.textContent !== text) pill.textContent = text;
    }
  }

  // Asks for the list again, at most once a second, and not while somebody types in it, holds one
  // of its buttons down, or waits for the answer to a tap: what is swapped away hears no click.
  let pressed = false;
  let tapping = 0;
  const isBusy = () => pressed || tapping > 0
    || !!document.querySelector("[data-live] :is(input:focus, textarea:focus, select:focus, .give[open])");
  let letGo = 0;
  document.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressed = true;
    clearTimeout(letGo);
    letGo = setTimeout(() => { pressed = false; }, 5000); // a menu or a scrollbar may keep the end to itself
  }, true);
  for (const over of ["pointerup", "pointercancel", "contextmenu"]) {
    document.addEventListener(over, () => setTimeout(() => { pressed = false; }, 50), true); // after its click
  }
  document.body.addEventListener("htmx:beforeSend", (event) => {
    if (event.detail.requestConfig.verb === "get") return;
    tapping++;
    event.detail.xhr.addEventListener("loadend", () => { tapping--; });
  });
  let wanted = false;
  let asking = false; // a second question would be dropped with the list that the first one swaps away
  let asked = 0;
  function refresh() {
    wanted = true;
    const wait = Math.max(0, asked + 1000 - Date.now());
    setTimeout(catchUp, wait);
  }
  function catchUp() {
    const live = document.querySelector("[data-live]");
    if (!wanted || asking || !live || isBusy()) return; // the next second asks again
    wanted = false;
    asking = true;
    asked = Date.now();
    htmx.ajax("GET", location.pathname + location.search, { source: live, target: live, select: "[data-live]", swap: "outerHTML" })
      .catch(() => { wanted = true; }) // nobody answered
      .finally(() => { asking = false; });
  }

  // Who has begun to fill something in, or to tap, while the list was on its way is left alone.
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.requestConfig.verb === "get" && isBusy()) {
      event.detail.shouldSwap = false;
      wanted = true;
    }
  });

  let behind = 0;
  let number = 0;
  let opened = false;
  function listen() {
    const stream = new EventSource("/api/live");
    stream.onopen = () => {
      if (opened) refresh(); // whatever happened while the line was cut
      opened = true;
      signedOut = false;
    };
    // A browser calls again by itself when a line breaks, and gives up when it is refused.
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(askWhy, 2000);
    };
    stream.onmessage = (message) => {
      const notice = JSON.parse(message.data);
      last = Date.now();
      const caughtUp = behind > 5 && notice.behindSeconds <= 5; // it told of nothing while it read
      behind = notice.behindSeconds;
      ahead = notice.now - Date.now();
      asOf = notice.asOf;
      const mine = document.querySelector("[data-live]")?.dataset.live;
      const concerns = notice.cases.length > 0 && (!mine || notice.cases.some((each) => mine.split(" ").includes(each)));
      const missed = notice.number > 0 && number > 0 && notice.number > number + 1000;
      if (notice.number > 0) number = notice.number;
      if (concerns || missed || caughtUp) refresh();
      tellAge(behind);
    };
  }

  async function askWhy() {
    const stop = new AbortController();
    try {
      const answer = await fetch("/api/live", { signal: stop.signal, headers: { Accept: "text/event-stream" } });
      signedOut = answer.status === 401;
    } catch {
      // nobody answers: it is asked again
    }
    stop.abort();
    tellAge(behind);
    listen();
  }

  if (document.querySelector("[data-live]")) listen();

  // What may not be seen any more is not left standing as if it were still so.
  document.body.addEventListener("htmx:responseError", (event) => {
    if ([401, 403, 404].includes(event.detail.xhr.status)) location.reload();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });
  document.body.addEventListener("htmx:afterSwap", () => { turnClocks(); tellAge(behind); });
  setInterval(() => { turnClocks(); tellAge(behind); if (wanted) catchUp(); }, 1000);
  turnClocks();
  tellAge(0);
})();
