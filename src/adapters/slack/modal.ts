import type { types, ViewStateValue } from "@slack/bolt";
import type { Command } from "../../chat/command.ts";
import type { Typed } from "../../chat/options.ts";
import { plainText } from "./elements.ts";

export const FORM = "form:";
export const renderForm = (command: Command, metadata: string): types.ModalView => ({
  type: "modal",
  callback_id: `${FORM}${command.name}`,
  private_metadata: metadata,
  title: plainText(command.name.slice(0, 24)),
  submit: plainText("Ask"),
  blocks: Object.keys(command.options).map((name) => ({
    type: "input",
    block_id: name,
    label: plainText(name),
    element: { type: "plain_text_input", action_id: name },
  })),
});
export const readForm = (_: Command, values: Record<string, Record<string, ViewStateValue>>): Typed =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, inputs]) => (inputs[name]?.value ? [[name, inputs[name].value]] : [])),
  );
export const renderChoices = (found: readonly string[]) =>
  found.filter((value) => value.length <= 75).map((value) => ({ text: plainText(value), value }));
