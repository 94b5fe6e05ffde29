import type { Part } from "../../src/adapters/discord/parts.ts";
import { htmlOf, safe } from "./discord-markdown.ts";
import type { Drawing } from "./make.ts";

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accent_color?: number;
  readonly label?: string;
  readonly divider?: boolean;
  readonly file?: { readonly url: string };
}

/** A golden file: what somebody typed, null where messages come by themselves, and the messages. */
interface Answered {
  readonly typed: string | null;
  readonly parts: readonly Part[];
}

/** How Discord's dark theme shows an answer to whoever typed the command, and what is posted to all. */
export const discord: Drawing = {
  folder: "test/adapters/discord/fixtures",
  width: 720, // CSS pixels
  get css() {
    return STYLE;
  },
  draw: (payload: unknown): string => {
    const { typed, parts } = payload as Answered;
    const messages = parts.map(
      ({ components, files }) =>
        `<article>${(components as readonly Component[]).map((each) => show(each, files)).join("")}</article>`,
    );
    const asked = `<div class="typed"><i class="face asker"></i><b>Ilse</b> used <span>${safe(typed ?? "")}</span></div>`;
    const alone = `<footer>${EYE}Only you can see this · <a>Dismiss message</a></footer>`;
    return `<main${typed === null ? ' class="posted"' : ""}>
${typed === null ? "" : asked}
<i class="face bot">${LOGO}</i>
<div class="author"><b>On Record</b><em>APP</em><small>14:32</small></div>
${messages.join("")}
${typed === null ? "" : alone}
</main>`;
  },
};

function show(component: Component, files: Part["files"]): string {
  const { type, content = "", components = [], label = "", accent_color = 0, divider, file } = component;
  const inside = () => components.map((each) => show(each, files)).join("");
  switch (type) {
    case 17:
      return `<section style="border-left-color:#${accent_color.toString(16).padStart(6, "0")}">${inside()}</section>`;
    case 1:
      return `<nav>${inside()}</nav>`;
    case 2:
      return `<button>${safe(label)}</button>`;
    case 10:
      return `<div>${htmlOf(content)}</div>`;
    case 14:
      return divider ? "<hr>" : "";
    case 13: {
      const name = file!.url.replace("attachment://", "");
      const size = Buffer.byteLength(files.find((each) => each.name === name)?.text ?? "");
      return `<div class="file">${PAPER}<p><a>${safe(name)}</a><small>${size} bytes</small></p></div>`;
    }
    default:
      throw new Error(`No picture of a component of type ${type}.`);
  }
}

const LOGO =
  '<svg viewBox="0 0 24 24"><path d="M5 6h6v6c0 3-2 5-5 6v-2c1.500-.5 2.500-1.700 2.600-3.500H5Zm8 0h6v6c0 3-2 5-5 6v-2c1.500-.5 2.500-1.700 2.600-3.500H13Z"/></svg>';
const EYE =
  '<svg viewBox="0 0 24 24"><path d="M12 5C6 5 2 12 2 12s4 7 10 7 10-7 10-7-4-7-10-7Zm0 11a4 4 0 1 1 0-8 4 4 0 0 1 0 8Z"/></svg>';
const PAPER =
  '<svg viewBox="0 0 24 32"><path d="M2 0h13l7 7v23a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2Z" fill="#c4c9ff"/><path d="M15 0l7 7h-7Z" fill="#8e96f7"/><path d="M5 14h12M5 19h12M5 24h8" stroke="#5865f2" stroke-width="2"/></svg>';

const STYLE = `
* { box-sizing: border-box; margin: 0; }
html, body { background: #151519; }
body { color: #dfe0e2; font: 16px/22px "Noto Sans", sans-serif; }
main { position: relative; padding: 20px 28px 20px 84px; width: 720px; }
a { color: #5197ed; text-decoration: none; }
.typed { font-size: 14px; line-height: 18px; color: #a5a6ab; display: flex; gap: 5px; align-items: center; margin-bottom: 6px; }
.typed::before { content: ""; position: absolute; left: 48px; top: 29px; width: 32px; height: 14px; border: 2px solid #46474e; border-right: 0; border-bottom: 0; border-top-left-radius: 6px; }
.typed b { color: #e0a458; font-weight: 600; }
.channel { color: #a9bbff; background: #5865f226; padding: 0 2px; border-radius: 3px; }
.typed span { color: #a9bbff; background: #5865f226; padding: 0 4px; border-radius: 4px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.face { border-radius: 50%; display: inline-flex; align-items: center; justify-content: center; }
.asker { width: 16px; height: 16px; background: linear-gradient(135deg, #d8a45e, #8a4b2f); }
.bot { position: absolute; left: 28px; top: 46px; width: 40px; height: 40px; background: #3b6ea5; }
.posted .bot { top: 20px; }
.bot svg { width: 26px; fill: #fff; }
.author { display: flex; align-items: center; gap: 6px; margin-bottom: 4px; }
.author b { color: #fbfbfb; font-weight: 600; }
.author em { background: #5865f2; color: #fff; font: 600 11px/16px "Noto Sans", sans-serif; padding: 0 5px; border-radius: 4px; }
.author small { color: #94959c; font-size: 12px; margin: 0; }
article + article { margin-top: 12px; }
section { background: #242429; border: 1px solid #ffffff14; border-left: 4px solid; border-radius: 8px; padding: 16px; display: flex; flex-direction: column; gap: 8px; max-width: 600px; }
h2 { font-size: 20px; line-height: 26px; font-weight: 700; color: #fbfbfb; }
h3 { font-size: 16px; line-height: 22px; font-weight: 700; color: #fbfbfb; margin-top: 6px; }
b { font-weight: 700; color: #fbfbfb; }
section a b, section b a { color: #5197ed; }
small { display: block; font-size: 13px; line-height: 18px; color: #a5a6ab; margin: 2px 0; }
blockquote { border-left: 4px solid #4d4e56; border-radius: 2px; padding-left: 12px; margin: 4px 0; overflow-wrap: anywhere; }
li { margin-left: 20px; overflow-wrap: anywhere; }
p { overflow-wrap: anywhere; }
hr { border: 0; border-top: 1px solid #ffffff1a; margin: 4px 0; width: 100%; }
time { background: #ffffff14; border-radius: 3px; padding: 0 2px; }
nav { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
button { background: #97979f1f; border: 1px solid #97979f0a; color: #fbfbfb; font: 500 14px/20px "Noto Sans", sans-serif; padding: 5px 15px; border-radius: 8px; }
.file { display: flex; gap: 12px; align-items: center; background: #1f1f23; border: 1px solid #ffffff14; border-radius: 8px; padding: 12px 16px; max-width: 420px; }
.file svg { width: 30px; }
footer { display: flex; align-items: center; gap: 4px; color: #94959c; font-size: 12px; line-height: 16px; margin-top: 6px; }
footer svg { width: 16px; fill: #94959c; }
`;
