// The open document: its pages, the search in it, and what a citation says of the words it leads to.
import { formatCount } from "../../stores/format";
import type { Texts } from "../catalogue";

type Manner = Parameters<Texts["viewer"]["selection"]>[0];
type CitedPage = Parameters<Texts["viewer"]["selection"]>[1];

const manners: Record<Manner, string> = {
  exact: "mot pour mot",
  normalised: "les mêmes mots",
  close: "presque identique",
};

const pageOf = ({ number, label }: NonNullable<CitedPage>): string =>
  label === null ? `page ${formatCount(number)}` : `page ${formatCount(number)} · ${label}`;

const citedWords = (how: Manner, page: CitedPage): string =>
  `${manners[how]}, ${page === null ? "dans ce document" : pageOf(page)}`;

export const viewer: Texts["viewer"] = {
  close: "Fermer le document",
  opening: "Ouverture…",
  gone: "Ce document a été supprimé. Joignez à nouveau le même fichier, et ses discussions pourront continuer.",
  textOf: (name) => `Texte de ${name}`,

  page: "Page",
  ofPages: (count) => `sur ${formatCount(count)}`,
  noSuchPage: (wanted) => `Il n’y a pas de page ${wanted}`,
  goToPage: "Le numéro ou le libellé d’une page, puis Enter",
  pageHeading: (number) => `Page ${formatCount(number)}`,
  pageHeadingWithLabel: (number, label) => `Page ${formatCount(number)} · ${label}`,

  searchLabel: "Rechercher dans le document",
  search: "Rechercher",
  previousHit: "Résultat précédent",
  nextHit: "Résultat suivant",
  noHits: "Aucun résultat",
  hitOf: (number, count) => `${formatCount(number)} sur ${formatCount(count)}`,
  hitOfMany: (number, count) => `${formatCount(number)} sur ${formatCount(count)}+`,
  searchStopped: "La recherche dans les documents s’est arrêtée. Réessayez ou rechargez la page.",
  searchStoppedBy: (reason) =>
    `La recherche dans les documents s’est arrêtée (${reason}). Réessayez ou rechargez la page.`,

  quotation: (number, how, page) => `Citation ${formatCount(number)} : ${citedWords(how, page)}`,
  selection: (how, page) => {
    const sentence = citedWords(how, page);
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  },
  placeOf: (number, count) => `${formatCount(number)} sur ${formatCount(count)}`,
  previousPlace: "Endroit précédent",
  nextPlace: "Endroit suivant",
  differenceKey: "Barré : seulement dans la réponse. Souligné : seulement dans le document.",
};
