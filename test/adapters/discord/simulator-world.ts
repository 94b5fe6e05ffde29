import type { Channels } from "./simulator-channels.ts";
import type { Shown } from "./simulator-message.ts";
import { checkBody, checkMessage, REFUSALS, refuse } from "./simulator-rules.ts";

/** Something a person did, and what has come of it. */
export interface Deed {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  readonly at: number;
  /** The message whose button was pressed. */
  readonly source: Shown | null;
  acknowledged: boolean;
  original: Shown | null;
  choices: readonly { readonly name: string; readonly value: string }[] | null;
}

const EPHEMERAL = 1 << 6;
const MINUTE = 60_000; // milliseconds

type Body = Readonly<Record<string, unknown>>;

/** What people did, and the answers to it; it refuses what Discord refuses. */
export function createWorld({ add, fill, messages, newId }: Channels, now: () => number) {
  const deeds = new Map<string, Deed>(); // by token

  const answer = (deed: Deed, alone: string | null, body: Body | null): Shown =>
    add(deed.channel, body, { alone, interaction: deed.id });

  const isAlone = (deed: Deed, body: Body) => (((body["flags"] as number | undefined) ?? 0) & EPHEMERAL ? deed.user : null);

  /** Whose token it is, as long as it is taken. */
  const answerable = (token: string): Deed => {
    const deed = deeds.get(token);
    if (!deed?.acknowledged) throw refuse(REFUSALS.unknownWebhook);
    if (now() - deed.at > 15 * MINUTE) throw refuse(REFUSALS.invalidWebhookToken);
    return deed;
  };

  const sent = (deed: Deed, id: string): Shown => {
    const message = id === "@original" ? deed.original : messages.find((each) => each.id === id && each.interaction === deed.id);
    if (!message || message.isDeleted) throw refuse(REFUSALS.unknownMessage);
    return message;
  };

  return {
    /** A person does something. */
    begin(channel: string, user: string, source: Shown | null): Deed {
      const token = `interaction-token-${newId()}`;
      const id = newId();
      const deed: Deed = { id, token, channel, user, at: now(), source, acknowledged: false, original: null, choices: null };
      deeds.set(token, deed);
      return deed;
    },
    callback(token: string, body: Body): void {
      const deed = deeds.get(token);
      if (!deed) throw refuse(REFUSALS.unknownInteraction);
      if (deed.acknowledged) throw refuse(REFUSALS.alreadyAcknowledged);
      if (now() - deed.at > 3_000) throw refuse(REFUSALS.unknownInteraction);
      const data = (body["data"] ?? {}) as Body;
      switch (body["type"]) {
        case 4:
          checkMessage("IncomingWebhookInteractionRequest", data);
          deed.original = answer(deed, isAlone(deed, data), data);
          break;
        case 5:
          checkBody("CreateMessageInteractionCallbackRequest", body);
          deed.original = answer(deed, isAlone(deed, data), null);
          break;
        case 6:
          if (deed.source === null) throw refuse(REFUSALS.invalidForm, "there is no message to update");
          deed.original = deed.source;
          break;
        case 8:
          checkBody("ApplicationCommandAutocompleteCallbackRequest", body);
          deed.choices = data["choices"] as Deed["choices"];
          break;
        default:
          throw refuse(REFUSALS.invalidForm, `no callback of type ${body["type"]}`);
      }
      deed.acknowledged = true;
    },
    edit(token: string, id: string, body: Body): Shown {
      const message = sent(answerable(token), id);
      checkMessage("IncomingWebhookUpdateRequestPartial", body);
      fill(message, body);
      message.edits++;
      return message;
    },
    get: (token: string, id: string): Shown => sent(answerable(token), id),
    remove(token: string, id: string): void {
      sent(answerable(token), id).isDeleted = true;
    },
    /** The first message after a deferral takes its place, and its being seen by one person or by all. */
    follow(token: string, body: Body): Shown {
      const deed = answerable(token);
      checkMessage("IncomingWebhookRequestPartial", body);
      if (deed.original?.isWaiting && !deed.original.isDeleted) {
        fill(deed.original, body);
        return deed.original;
      }
      return answer(deed, isAlone(deed, body), body);
    },
  };
}

export type World = ReturnType<typeof createWorld>;
