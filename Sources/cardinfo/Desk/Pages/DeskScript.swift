/// All script of the desk: it shows cards as they come and go. Everything works without it.
enum DeskScript {
  static let text: HTML = """
    "use strict";
    // What is put into the page is a part of one, made by the desk.
    const cards = document.getElementById("cards");
    let events = null;
    async function show() {
      const answer = await fetch("/cards");
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("cards");
      if (fresh && fresh.innerHTML !== cards.innerHTML) cards.replaceChildren(...fresh.childNodes);
    }
    // A tab that nobody looks at gives its connection back.
    function follow() {
      if (document.hidden && events) { events.close(); events = null; }
      if (!document.hidden && !events) {
        events = new EventSource("/events");
        events.addEventListener("cards", show);
      }
    }
    if (cards && window.EventSource) {
      document.addEventListener("visibilitychange", follow);
      window.addEventListener("pagehide", () => { if (events) { events.close(); events = null; } });
      window.addEventListener("pageshow", follow);
    }

    """
}
