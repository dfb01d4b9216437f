// Layers on and off, and a click on a coloured word shows its evidence and the account that it belongs to.
// Without this script the words are links to the same cards.
"use strict";
(() => {
  const text = document.querySelector(".story-text");
  const panel = document.querySelector("#evidence");
  if (!text || !panel) return;
  const hint = panel.querySelector(".hint");
  const shown = panel.querySelector(".shown");
  const close = panel.querySelector(".close");

  for (const box of document.querySelectorAll(".layers input")) {
    const set = () => text.classList.toggle(`hide-${box.value}`, !box.checked);
    box.addEventListener("change", set);
    set();
  }

  const runs = (id) => [...text.querySelectorAll(".run")].filter((run) => (run.dataset.ids || "").split(" ").includes(id));
  const copy = (id) => {
    const card = document.getElementById(id);
    if (!card) return null;
    const made = card.cloneNode(true);
    made.removeAttribute("id");
    for (const form of made.querySelectorAll("details")) form.remove();
    const link = document.createElement("p");
    link.className = "note";
    const anchor = document.createElement("a");
    anchor.href = `#${id}`;
    anchor.textContent = "Its card, and correcting";
    link.append(anchor);
    made.append(link);
    return made;
  };

  const part = (tag, name, words) => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = words;
    return made;
  };
  const clear = () => {
    for (const run of text.querySelectorAll(".chosen, .account")) run.classList.remove("chosen", "account");
  };
  const show = (id, run) => {
    const card = document.getElementById(id);
    if (!card) return;
    clear();
    const valued = run && run.classList.contains("value");
    const account = valued ? run.dataset.account : card.dataset.account;
    const own = part("p", "note", "Told by the report itself, in its own voice.");
    const whose = account && account !== id ? [part("h2", "", "The account it belongs to"), copy(account) || ""] : valued || card.classList.contains("what") ? [own] : [];
    if (valued) {
      run.classList.add("chosen");
      shown.replaceChildren(part("p", "value", run.textContent), ...whose, part("h2", "", "What it is of"), copy(id));
    } else {
      for (const each of runs(id)) each.classList.add("chosen");
      shown.replaceChildren(copy(id), ...whose);
    }
    if (account && account !== id) for (const each of runs(account)) each.classList.add("account");
    hint.hidden = true;
    close.hidden = false;
    panel.classList.add("open");
    panel.scrollTop = 0;
    const place = run && run.getBoundingClientRect();
    if (place && window.innerWidth < 992 && place.bottom > window.innerHeight / 2) window.scrollBy({ top: place.top - 100 });
  };

  text.addEventListener("click", (event) => {
    const run = event.target.closest(".run");
    if (!run || event.ctrlKey || event.metaKey || event.shiftKey || window.getSelection().toString()) return;
    const id = run.dataset.link || (run.dataset.ids || "").split(" ").pop();
    if (!id || !document.getElementById(id)) return;
    event.preventDefault();
    history.replaceState(null, "", `?show=${encodeURIComponent(id)}`);
    show(id, run);
  });
  close.addEventListener("click", () => {
    clear();
    shown.replaceChildren();
    hint.hidden = false;
    close.hidden = true;
    panel.classList.remove("open");
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !close.hidden) close.click(); });

  const query = new URLSearchParams(location.search);
  const asked = query.get("show");
  if (query.has("at")) {
    const at = Number(query.get("at"));
    const runsThere = [...text.querySelectorAll("a.run[data-at]")].filter((run) => Number(run.dataset.at) <= at);
    const run = runsThere.pop();
    if (run && Number(run.dataset.at) + [...run.textContent].length > at) {
      show(run.dataset.link, run);
      run.scrollIntoView({ block: "center" });
    } else {
      const paragraph = [...text.querySelectorAll("p[data-at]")].filter((one) => Number(one.dataset.at) <= at).pop();
      if (paragraph) paragraph.scrollIntoView({ block: "center" });
    }
  }
  if (asked) {
    show(asked);
    const first = text.querySelector(".chosen");
    if (first) first.scrollIntoView({ block: "center" });
  }
})();
