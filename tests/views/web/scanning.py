"""Looking at pages in a browser for anything that an attack left there: what ran, what was asked for elsewhere, what stands in the page that no template wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Final

# Runs in every frame before anything of the page: what calls `pwned`, opens a dialog or breaks the policy tells of itself.
SENTINEL: Final = """
(() => {
  const tell = (words) => console.error("ATTACK " + words + " at " + location.href.slice(0, 200));
  window.pwned = (n) => { tell("ran " + n); return ""; };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => { tell("called " + name); return null; };
  document.addEventListener("securitypolicyviolation", (e) => tell("policy " + e.violatedDirective + " " + e.blockedURI + " " + e.sample));
})();
"""

# document, allowed tags, allowed attributes -> what stands there and should not. What would run at a touch is touched.
SCAN: Final = """
(document, tags, attributes) => {
  const found = [], ids = new Set();
  for (const one of document.querySelectorAll("*")) {
    const tag = one.localName, at = `<${tag}>`;
    if (!tags.has(tag)) found.push(`${at} is no tag of ours`);
    for (const { name, value } of one.attributes) {
      if (!attributes.has(name)) found.push(`${at} has ${name}=${value.slice(0, 60)}`);
      if (name.startsWith("on")) one.dispatchEvent(new Event(name.slice(2)));
      if (/^(href|src|srcset|action|formaction|data|poster|background|ping|xlink:href)$/.test(name)) {
        const address = value.replace(/[\\u0000-\\u0020]/g, "");
        if (!/^(https?:\\/\\/|\\/(?![\\/\\\\])|#|\\?)/i.test(address)) { found.push(`${at} leads to ${value.slice(0, 80)}`); if (one.click) one.click(); }
        else if (/^https?:/i.test(address) && !(tag === "a" && one.rel.includes("noreferrer"))) found.push(`${at} leads out: ${value.slice(0, 80)}`);
      }
    }
    if (tag === "script" && (one.textContent || !String(one.src).startsWith(location.origin))) found.push("a script that is not ours");
    if (one.id) {
      if (!/^[A-Za-z0-9_.-]+$/.test(one.id)) found.push(`${at} has the id ${one.id.slice(0, 60)}`);
      if (ids.has(one.id)) found.push(`two have the id ${one.id.slice(0, 60)}`);
      ids.add(one.id);
    }
  }
  return found;
}
"""

# [addresses, tags, attributes] -> {loaded, found}: each address in a frame of its own, some at a time.
FRAMES: Final = f"""
async ([addresses, tags, attributes]) => {{
  const scan = {SCAN}, found = [], [t, a] = [new Set(tags), new Set(attributes)];
  let next = 0, loaded = 0;
  const worker = async () => {{
    while (next < addresses.length) {{
      const address = addresses[next++], frame = document.createElement("iframe");
      await new Promise((done) => {{ frame.hidden = true; frame.onload = done; frame.src = address; setTimeout(done, 90000); document.body.append(frame); }});
      const inner = frame.contentDocument;
      if (!inner || !inner.body || inner.location.href === "about:blank") found.push([address, "did not load"]);
      else {{ loaded++; for (const one of scan(inner, t, a)) found.push([address, one]); }}
      frame.remove();
    }}
  }};
  await Promise.all([worker(), worker(), worker(), worker()]);
  return {{ loaded, found }};
}}
"""
ONE: Final = f"([tags, attributes]) => ({SCAN})(document, new Set(tags), new Set(attributes))"


BARE: Final = {
    "checked",
    "selected",
    "hidden",
    "required",
    "multiple",
    "defer",
    "open",
    "lang",
    "rel",
}  # attributes that stand without a value
MARKED: Final = {
    "mark",
    "p",
    "code",
    "pre",
    "em",
    "ol",
    "hr",
}  # what code writes and no template: highlighted words, the codebook's Markdown
# The pages that are files: what views/html and views/charts write.
IN_FILES: Final = {"aside", "small", "style", "figure", "path", "g", "desc", "caption", "svg", "title", "b"}
DRAWN: Final = set(
    "transform stroke stroke-width stroke-linejoin stroke-dasharray stroke-opacity fill fill-opacity opacity font-family font-size font-weight font-style "
    "display xmlns viewBox d x1 x2 y1 y2 cx cy r points clip-path text-anchor http-equiv content scope".split()
)


def vocabulary() -> tuple[list[str], list[str]]:
    """The tags and the attributes that the templates write."""
    folder = files("onrecord.views.web").joinpath("templates")
    text = "\n".join(one.read_text(encoding="utf-8") for one in folder.iterdir() if one.name.endswith(".html"))
    tags = MARKED.union(re.findall(r"<([a-z][a-z0-9]*)", text))
    return sorted(tags), sorted(BARE.union(re.findall(r"([A-Za-z][A-Za-z0-9-]*)=[\"']", text)))


@dataclass
class Watch:
    """What a browser context saw: attacks that told of themselves, requests to elsewhere, dialogs, pages that went elsewhere."""

    base: str
    seen: list[str] = field(default_factory=list)
    asked: int = 0

    def over(self, context: Any) -> None:
        """Watches a context."""
        context.add_init_script(SENTINEL)
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._opened)
        context.on("dialog", lambda dialog: (self.seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
        context.on("console", lambda said: self.seen.append(said.text) if said.text.startswith("ATTACK") else None)

    def _asked(self, url: str) -> None:
        self.asked += 1
        if not url.startswith((self.base + "/", "about:")):
            self.seen.append(f"asked {url[:200]}")

    def _opened(self, page: Any) -> None:
        page.on("framenavigated", self._went)

    def _went(self, frame: Any) -> None:
        if frame.parent_frame is None and not frame.url.startswith((self.base + "/", "about:blank")):
            self.seen.append(f"went to {frame.url[:200]}")
