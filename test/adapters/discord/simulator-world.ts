import { checkBody, checkMessage, REFUSALS, type Refusal, refuse } from "./simulator-rules.ts";

/** A message as people see it. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  /** The one person who sees it; null where all in the channel do. */
  readonly alone: string | null;
  /** The interaction it was made for; null where it was posted. */
  readonly interaction: string | null;
  /** "On Record is thinking …" */
  isWaiting: boolean;
  isDeleted: boolean;
  edits: number;
  flags: number;
  components: readonly Component[];
  files: readonly string[];
  content: string;
  embeds: readonly object[];
}

export interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Component[];
}

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

export interface Place {
  readonly id: string;
  readonly guild: string | null;
  refusal: Refusal | null;
}

const EPHEMERAL = 1 << 6;
const VERSION_2 = 1 << 15;
const MINUTE = 60_000; // milliseconds

type Body = Record<string, unknown>;

/** What Discord knows: channels, what people did, and the messages there are. It refuses what Discord refuses. */
export function createWorld(now: () => number) {
  const deeds = new Map<string, Deed>(); // by token
  const channels = new Map<string, Place>();
  const messages: Shown[] = [];
  const posted = new Map<string, { message: Shown; at: number }>(); // by nonce
  const mentions: unknown[] = [];
  let count = 0n;

  const newId = () => (((BigInt(Date.now()) - 1_420_070_400_000n) << 22n) + count++).toString();

  const add = (channel: string, alone: string | null, interaction: string | null, body: Body | null): Shown => {
    const message: Shown = {
      id: newId(),
      channel,
      alone,
      interaction,
      isWaiting: body === null,
      isDeleted: false,
      edits: 0,
      flags: alone === null ? 0 : EPHEMERAL,
      components: [],
      files: [],
      content: "",
      embeds: [],
    };
    if (body !== null) fill(message, body);
    messages.push(message);
    return message;
  };

  const fill = (message: Shown, body: Body) => {
    const flags = (body["flags"] as number | undefined) ?? 0;
    if ((message.flags & VERSION_2) !== 0 && (flags & VERSION_2) === 0)
      throw refuse(REFUSALS.invalidForm, "the flag of version 2 stays");
    message.flags = (message.flags & EPHEMERAL) | (flags & ~EPHEMERAL);
    message.isWaiting = false;
    mentions.push(body["allowed_mentions"]);
    if (body["components"] !== undefined) message.components = body["components"] as Component[];
    if (body["content"] !== undefined) message.content = String(body["content"] ?? "");
    if (body["attachments"] !== undefined)
      message.files = (body["attachments"] as { filename?: string }[]).map((each) => each.filename ?? "");
  };

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
    messages,
    mentions,
    channels,
    newId,
    add,
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
          deed.original = add(deed.channel, isAlone(deed, data), deed.id, data);
          break;
        case 5:
          checkBody("CreateMessageInteractionCallbackRequest", body);
          deed.original = add(deed.channel, isAlone(deed, data), deed.id, null);
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
      return add(deed.channel, isAlone(deed, body), deed.id, body);
    },
    channel(id: string): Place {
      const place = channels.get(id);
      if (!place) throw refuse(REFUSALS.unknownChannel);
      if (place.refusal?.code === REFUSALS.missingAccess.code) throw refuse(place.refusal);
      return place;
    },
    post(id: string, body: Body): Shown {
      const place = channels.get(id);
      if (!place) throw refuse(REFUSALS.unknownChannel);
      if (place.refusal) throw refuse(place.refusal);
      checkMessage("MessageCreateRequest", body);
      const nonce = body["enforce_nonce"] === true && typeof body["nonce"] === "string" ? body["nonce"] : null;
      const before = nonce === null ? undefined : posted.get(nonce);
      if (before && now() - before.at < 5 * MINUTE) return before.message;
      const message = add(id, null, null, body);
      if (nonce !== null) posted.set(nonce, { message, at: now() });
      return message;
    },
  };
}

export type World = ReturnType<typeof createWorld>;
