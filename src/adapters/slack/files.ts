import type { webApi } from "@slack/bolt";
import { type FileBlock, note } from "../../chat/card.ts";
import type { Delivery } from "./delivery.ts";
import { renderParts } from "./render.ts";
import type { Web } from "./web.ts";

/**
 * Hands files over in somebody's direct messages, since what one person alone sees in a channel can hold none; rejects with a
 * `SlackFailure`.
 */
export type Files = (user: string, files: readonly FileBlock[]) => Promise<void>;

export function createFiles(web: Web, delivery: Delivery): Files {
  return async (user, files) => {
    const uploaded = await Promise.all(files.map(upload));
    const [message] = renderParts({ blocks: [note("Here is what you asked for:")] });
    const channel = await delivery.direct(user, message!);
    await web.call("files.completeUploadExternal", { files: uploaded, channel_id: channel }, "never");
  };

  async function upload({ name, text }: FileBlock): Promise<{ id: string; title: string }> {
    const bytes = new TextEncoder().encode(text);
    const asked = { filename: name, length: bytes.length };
    const told = (await web.call("files.getUploadURLExternal", asked, "always")) as webApi.FilesGetUploadURLExternalResponse;
    await web.upload(told.upload_url ?? "", bytes);
    return { id: told.file_id ?? "", title: name };
  }
}
