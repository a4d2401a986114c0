// What can be done about a window that is full or nearly so, as buttons.
import type { Texts } from "../../i18n/catalogue";
import { useTexts } from "../../i18n/language-store";
import { useChatStore } from "../../stores/chat-store";
import { currentOffers, takeOffer } from "../../stores/context-offers";
import type { ContextOffer } from "../../stores/context-use";
import { useDraftStore } from "../../stores/draft-store";
import { useModelStore } from "../../stores/model-store";
import { Button } from "../ui/Button";

export function ContextOffers() {
  const { composer } = useTexts();
  // Drawn again when what the offers depend on changes.
  useChatStore((state) => state.messages);
  useDraftStore((state) => state.drafts);
  useModelStore((state) => state.model);
  const offers = currentOffers();
  if (offers.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-wrap gap-1.5">
      {offers.map((offer) => (
        <Button key={offer.kind} className="max-w-full px-3" onClick={() => takeOffer(offer)}>
          <span dir="auto" className="truncate text-xs">
            {labelOf(offer, composer.offers)}
          </span>
        </Button>
      ))}
    </div>
  );
}

/** The chip has the whole name. */
const shorten = (name: string): string => (name.length > 24 ? `${name.slice(0, 23).trimEnd()}…` : name);

function labelOf(offer: ContextOffer, texts: Texts["composer"]["offers"]): string {
  switch (offer.kind) {
    case "choose-part":
      return texts.choosePart(shorten(offer.name));
    case "remove-document":
      return texts.removeDocument(shorten(offer.name));
    case "new-chat-with-documents":
      return texts.newChatWithDocuments;
    case "new-chat":
      return texts.newChat;
    case "longer-context":
      return texts.longerContext;
    default:
      return offer satisfies never;
  }
}
