// First things to try, within what the bundled tiny model can do: answering plain questions about a text beside it.

import type { Texts } from "../../i18n/catalogue";

export interface Example {
  readonly name: "exampleProject" | "examplePump" | "exampleAbilities"; // its title in the catalogue
  /** In the language that the model was trained on, whatever the interface speaks. */
  readonly question: string;
  readonly document: { readonly name: string; readonly text: string } | null;
}

export const describeExample = ({ name }: Example, { chat }: Pick<Texts, "chat">) => ({
  title: chat[name],
  hint: chat[`${name}Hint`],
});

const projectNotes = `Project Alder is led by Ines Bauer. It starts on 4 May 2027 and has a budget of 62,500 euros. The deadline for Project Alder is 19 November 2027.

Project Heron is led by Tomas Lindqvist. It starts on 12 January 2027 and has a budget of 18,900 euros. The deadline for Project Heron is 30 June 2027.
`;

const pumpLeaflet = `The Calder pump costs $84.50 and weighs 3.2 kg. It is made of stainless steel. The model number of the Calder pump is CP-2290.

The Tarn lamp costs $31.90 and weighs 1.1 kg. It is made of brass. The model number of the Tarn lamp is TL-417.
`;

export const examples: readonly Example[] = [
  {
    name: "exampleProject",
    question: "Who leads Project Heron?",
    document: { name: "Project notes.txt", text: projectNotes },
  },
  {
    name: "examplePump",
    question: "How much does the Calder pump cost?",
    document: { name: "Catalogue.txt", text: pumpLeaflet },
  },
  { name: "exampleAbilities", question: "What can you do?", document: null },
];
