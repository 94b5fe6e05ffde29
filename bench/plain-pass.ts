import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

const nlp = winkNLP(model, ["sbd", "pos"]);

/** What the tokeniser alone costs: tokens with parts of speech, nothing made of them but a count of nouns. */
export const plainPass = (text: string): number =>
  nlp
    .readDoc(text)
    .tokens()
    .out(nlp.its.pos)
    .filter((pos) => (pos as string) === "NOUN").length;
