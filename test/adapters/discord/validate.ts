/** What Discord refuses in the body of a message, as far as its documents tell; sizes as they give them, not as our renderer has them. */
const VERSION_2 = 1 << 15;
const [ROW, BUTTON, STRING_SELECT] = [1, 2, 3];
const [SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER] = [9, 10, 11, 12, 13, 14, 17];
const LINK = 5;
const PREMIUM = 6;

interface Component {
  readonly type?: number;
  readonly id?: number | null;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly content?: string;
  readonly style?: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
  readonly emoji?: object;
  readonly accent_color?: number | null;
  readonly spacing?: number;
  readonly file?: { readonly url?: string };
}

interface Embed {
  readonly title?: string;
  readonly description?: string;
  readonly fields?: readonly { readonly name?: string; readonly value?: string }[];
  readonly footer?: { readonly text?: string };
  readonly author?: { readonly name?: string };
}

interface Message {
  readonly content?: string | null;
  readonly flags?: number | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly Component[] | null;
  readonly attachments?: readonly { readonly filename?: string }[] | null;
  readonly poll?: object | null;
  readonly sticker_ids?: readonly string[] | null;
  readonly nonce?: string | number | null;
}

/** Every reason why Discord would refuse a message with this body, one sentence each; none where it would take it. */
export function problemsOf(message: object): string[] {
  const { content, flags, embeds, components, attachments, poll, sticker_ids, nonce } = message as Message;
  const isNew = ((flags ?? 0) & VERSION_2) !== 0;
  const all = components ?? [];
  return [
    ...when(isNew && Boolean(content), "content beside components of version 2"),
    ...when(isNew && (embeds?.length ?? 0) > 0, "embeds beside components of version 2"),
    ...when(isNew && poll != null, "a poll beside components of version 2"),
    ...when(isNew && (sticker_ids?.length ?? 0) > 0, "stickers beside components of version 2"),
    ...when((content?.length ?? 0) > 2_000, `content of ${content?.length} characters`),
    ...when(
      !content && all.length === 0 && (embeds?.length ?? 0) === 0 && (attachments?.length ?? 0) === 0 && poll == null,
      "an empty message",
    ),
    ...when(String(nonce ?? "").length > 25, "a nonce of more than 25 characters"),
    ...when((attachments?.length ?? 0) > 10, "more than 10 attachments"),
    ...embedProblems(embeds ?? []),
    ...(isNew ? newProblems(all, attachments ?? []) : oldProblems(all)),
    ...idProblems(all.flatMap(withNested)),
  ];
}

const when = (is: boolean, problem: string): string[] => (is ? [problem] : []);

function withNested(component: Component): Component[] {
  const { components = [], accessory } = component;
  return [component, ...components.flatMap(withNested), ...(accessory ? withNested(accessory) : [])];
}

function newProblems(all: readonly Component[], attachments: readonly { readonly filename?: string }[]): string[] {
  const every = all.flatMap(withNested);
  const text = every.reduce((sum, { content = "", label = "" }) => sum + content.length + label.length, 0);
  const names = attachments.map(({ filename }) => filename);
  const files = every.filter(({ type }) => type === FILE).map(({ file }) => file?.url ?? "");
  return [
    ...when(every.length > 40, `${every.length} components`),
    ...when(text > 4_000, `${text} characters of text`),
    ...all.flatMap((each) => placeProblems(each, [ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR, CONTAINER], "a message")),
    ...files.flatMap((url) =>
      when(
        !/^attachment:\/\/[\w.-]+$/.test(url) || !names.includes(url.slice("attachment://".length)),
        `a file that is not attached: ${url}`,
      ),
    ),
    ...when(new Set(files).size < files.length, "one attachment in two files"),
  ];
}

const oldProblems = (all: readonly Component[]): string[] => [
  ...when(all.length > 5, `${all.length} rows`),
  ...all.flatMap((each) => placeProblems(each, [ROW], "a message without the flag of version 2")),
];

function placeProblems(component: Component, may: readonly (number | undefined)[], where: string): string[] {
  const { type, components = [], accessory } = component;
  if (!may.includes(type)) return [`a component of type ${type} in ${where}`];
  switch (type) {
    case CONTAINER:
      return [
        ...when(components.length === 0, "an empty container"),
        ...when((component.accent_color ?? 0) < 0 || (component.accent_color ?? 0) > 0xffffff, "a colour that is none"),
        ...components.flatMap((each) => placeProblems(each, [ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR], "a container")),
      ];
    case ROW:
      return [
        ...when(components.length === 0, "an empty row"),
        ...when(components.length > 5, `${components.length} components in a row`),
        ...when(components.length > 1 && components.some((each) => each.type !== BUTTON), "a select beside something in a row"),
        ...components.flatMap((each) => placeProblems(each, [BUTTON, STRING_SELECT, 5, 6, 7, 8], "a row")),
      ];
    case SECTION:
      return [
        ...when(components.length < 1 || components.length > 3, `${components.length} texts in a section`),
        ...components.flatMap((each) => placeProblems(each, [TEXT], "a section")),
        ...(accessory ? placeProblems(accessory, [BUTTON, THUMBNAIL], "a section's side") : ["a section without an accessory"]),
      ];
    case TEXT:
      return when(!component.content?.trim() || component.content.length > 4_000, "a text of 0 or more than 4,000 characters");
    case SEPARATOR:
      return when(![undefined, 1, 2].includes(component.spacing), `a separator of spacing ${component.spacing}`);
    case BUTTON:
      return buttonProblems(component);
    default:
      return [];
  }
}

function buttonProblems({ style = 0, label = "", custom_id, url, emoji }: Component): string[] {
  if (style === PREMIUM) return [];
  return [
    ...when(style < 1 || style > PREMIUM, `a button of style ${style}`),
    ...when(label.length > 80, `a label of ${label.length} characters`),
    ...when(label.trim() === "" && !emoji, "a button without a label"),
    ...when(style === LINK && (custom_id !== undefined || !url || url.length > 512), "a link button without its address"),
    ...when(style !== LINK && (!custom_id || url !== undefined), "a button without its id"),
  ];
}

function idProblems(every: readonly Component[]): string[] {
  const ids = every.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const numbers = every.flatMap(({ id }) => id || []);
  return [
    ...numbers.flatMap((id) => when(!Number.isInteger(id) || id < 0 || id > 0x7fffffff, `a component of number ${id}`)),
    ...when(new Set(numbers).size < numbers.length, "two components of one number"),
    ...ids.flatMap((id) => when(id.length < 1 || id.length > 100, `a custom_id of ${id.length} characters`)),
    ...when(new Set(ids).size < ids.length, "one custom_id twice"),
  ];
}

function embedProblems(embeds: readonly Embed[]): string[] {
  const sizes = embeds.map(
    ({ title = "", description = "", fields = [], footer, author }) =>
      [
        title,
        description,
        footer?.text ?? "",
        author?.name ?? "",
        ...fields.flatMap(({ name = "", value = "" }) => [name, value]),
      ].join("").length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return [
    ...when(embeds.length > 10, `${embeds.length} embeds`),
    ...when(total > 6_000, `${total} characters in embeds`),
    ...embeds.flatMap(({ title = "", description = "", fields = [], footer, author }) => [
      ...when(title.length > 256, "an embed's title of more than 256 characters"),
      ...when(description.length > 4_096, "an embed's description of more than 4,096 characters"),
      ...when(fields.length > 25, "more than 25 fields in an embed"),
      ...when((footer?.text ?? "").length > 2_048, "an embed's footer of more than 2,048 characters"),
      ...when((author?.name ?? "").length > 256, "an embed's author of more than 256 characters"),
      ...fields.flatMap(({ name = "", value = "" }) =>
        when(
          name.length < 1 || name.length > 256 || value.length < 1 || value.length > 1_024,
          "a field of an embed too long or empty",
        ),
      ),
    ]),
  ];
}
