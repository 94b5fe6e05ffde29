import { describe, expect, test } from "vitest";
import { isRead, languageOf } from "../../src/ingest/language.ts";

const TEXTS = {
  en: "The mayor of Velisse said on Monday that the dam would hold. “We built it to last,” she told reporters outside the town hall. Nobody in the valley needed to worry, she added, while the opposition asked for an inquiry.",
  de: "Der Bürgermeister von Velisse sagte am Montag, der Damm werde halten. „Wir haben ihn gebaut, damit er hält“, sagte Orla Venn vor dem Rathaus. Niemand im Tal müsse sich Sorgen machen, hieß es weiter.",
  fr: "Le maire de Velisse a déclaré lundi que le barrage tiendrait. « Nous l’avons construit pour durer », a-t-elle dit devant la mairie. Personne dans la vallée ne doit s’inquiéter, a-t-elle ajouté.",
  es: "La alcaldesa de Velisse dijo el lunes que la presa resistiría. «La construimos para que durara», declaró ante el ayuntamiento. Nadie en el valle debe preocuparse, añadió, mientras la oposición pide una investigación.",
  uk: "Мер Велісси заявила в понеділок, що гребля витримає. «Ми збудували її на віки», сказала вона журналістам біля ратуші. Ніхто в долині не має хвилюватися, додала вона, а опозиція вимагає розслідування.",
  zh: "韦利塞市长星期一表示，大坝会坚持住。她在市政厅外对记者说：“我们建造它就是为了长久。”她补充说，山谷里没有人需要担心，而反对派要求进行调查。".repeat(
    3,
  ),
};

test.each(Object.entries(TEXTS))("tells %s by its letters, whatever its source declares", (language, text) => {
  expect(languageOf(text, null)).toBe(language);
  expect(languageOf(text, language === "en" ? "de" : "en-GB")).toBe(language);
});

test("English with many foreign names is English", () => {
  const text =
    "Giancarlo Bertolucci and Francesca Montefiore met Wojciech Szczęsny in Świnoujście on Monday. Bertolucci said the talks with Zbigniew Brzeziński went well, and Szczęsny agreed with Montefiore about Łódź.";
  expect(languageOf(text, null)).toBe("en");
});

describe("a text too short to tell", () => {
  test.each([
    ["de-AT", "de"],
    ["en_GB", "en"],
    ["pt-BR", "pt"],
    ["klingon, mostly", null],
    [null, null],
  ])("declared as %s", (declared, language) => expect(languageOf("Der Damm hält.", declared)).toBe(language));
});

test.each([
  ["en", true],
  [null, true],
  ["de", false],
])("statements are read where the language is %s: %s", (language, expected) => expect(isRead(language)).toBe(expected));
