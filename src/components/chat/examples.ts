// First things to try, within what the bundled tiny model can do: answering plain questions about a text beside it.

export interface Example {
  readonly title: string;
  readonly hint: string;
  readonly question: string;
  readonly document: { readonly name: string; readonly text: string } | null;
}

const projectNotes = `Project Alder is led by Ines Bauer. It starts on 4 May 2027 and has a budget of 62,500 euros. The deadline for Project Alder is 19 November 2027.

Project Heron is led by Tomas Lindqvist. It starts on 12 January 2027 and has a budget of 18,900 euros. The deadline for Project Heron is 30 June 2027.
`;

const pumpLeaflet = `The Calder pump costs $84.50 and weighs 3.2 kg. It is made of stainless steel. The model number of the Calder pump is CP-2290.

The Tarn lamp costs $31.90 and weighs 1.1 kg. It is made of brass. The model number of the Tarn lamp is TL-417.
`;

export const examples: readonly Example[] = [
  {
    title: "Who leads Project Heron?",
    hint: "with a page of project notes",
    question: "Who leads Project Heron?",
    document: { name: "Project notes.txt", text: projectNotes },
  },
  {
    title: "How much does the Calder pump cost?",
    hint: "with a short catalogue",
    question: "How much does the Calder pump cost?",
    document: { name: "Catalogue.txt", text: pumpLeaflet },
  },
  { title: "What can you do?", hint: "no document needed", question: "What can you do?", document: null },
];
