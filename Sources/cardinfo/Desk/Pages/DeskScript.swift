/// All script of the desk: it shows what changes by itself, and takes a picture that is pasted or dropped.
/// Everything works without it.
enum DeskScript {
  static let text: HTML = """
    "use strict";
    // What is put into the page is a part of one, made by the desk.
    const parts = [...document.querySelectorAll("[data-from]")];
    let events = null;
    async function show(part) {
      const answer = await fetch(part.dataset.from);
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!fresh || fresh.innerHTML === part.innerHTML) return;
      const held = part.contains(document.activeElement) && document.activeElement.textContent;
      part.replaceChildren(...fresh.childNodes);
      // Whoever walks by keyboard goes on where they were.
      if (held) [...part.querySelectorAll("a, button")].find((one) => one.textContent === held)?.focus();
    }
    // A tab that nobody looks at gives its connection back.
    function leave() { if (events) { events.close(); events = null; } }
    function follow() {
      if (document.hidden) return leave();
      if (events) return;
      events = new EventSource("/events");
      for (const part of parts) events.addEventListener(part.dataset.on, () => show(part));
    }
    if (parts.length && window.EventSource) {
      document.addEventListener("visibilitychange", follow);
      window.addEventListener("pagehide", leave);
      window.addEventListener("pageshow", follow);
    }
    const picture = document.querySelector("input[name=picture]");
    function take(event) {
      const files = (event.clipboardData ?? event.dataTransfer).files;
      if (!files.length) return;
      event.preventDefault();
      picture.files = files;
    }
    if (picture) {
      document.addEventListener("paste", take);
      document.addEventListener("drop", take);
      document.addEventListener("dragover", (event) => event.preventDefault());
    }

    """
}
