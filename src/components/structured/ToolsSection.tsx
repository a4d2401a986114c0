// Which tools the model may ask for in this chat, which of them run without being asked about, and with which each answer begins.
import { useId } from "react";
import { useToolTexts } from "../../i18n/tool-texts";
import { type ChatTools, noTools, type ToolName, toolNames } from "../../storage/calls";
import { changeOptions } from "../../stores/chat-options";
import { useModelStore } from "../../stores/model-store";
import { isFree } from "../../stores/tool-calls";
import { FieldRow } from "../ui/FieldRow";
import { Section } from "../ui/Section";
import { ToggleRow } from "./ToggleRow";
import { useChatOptions } from "./use-chat-options";

const without = <Item,>(list: readonly Item[], item: Item): readonly Item[] =>
  list.filter((one) => one !== item);

const change = (tools: ChatTools): void => void changeOptions({ tools });

function give(tools: ChatTools, name: ToolName, isGiven: boolean): void {
  const given = toolNames.filter((one) => (one === name ? isGiven : tools.given.includes(one)));
  const first = tools.first === name ? null : tools.first;
  change({
    given,
    free: tools.free.filter((one) => given.includes(one)),
    first: isGiven ? tools.first : first,
  });
}

export function ToolsSection() {
  const texts = useToolTexts();
  const { tools = noTools, schema } = useChatOptions();
  const cannotCall = useModelStore(({ model }) => model.status === "ready" && !model.info.callsTools);
  const hindrance = cannotCall ? texts.notWithModel : schema === null ? null : texts.notWithJson;
  return (
    <Section title={texts.title}>
      <p className={`text-sm ${hindrance === null ? "text-ink-soft" : "text-danger"}`}>
        {hindrance ?? texts.intro}
      </p>
      <div className="space-y-4 rounded-2xl border border-line bg-raised p-4">
        {toolNames.map((name) => (
          <ToolRows key={name} name={name} tools={tools} />
        ))}
        {tools.given.length > 0 && <FirstTool tools={tools} />}
      </div>
    </Section>
  );
}

function ToolRows({ name, tools }: { readonly name: ToolName; readonly tools: ChatTools }) {
  const texts = useToolTexts();
  const id = useId();
  const isGiven = tools.given.includes(name);
  return (
    <>
      <ToggleRow
        id={id}
        label={texts.names[name]}
        help={texts.helps[name]}
        isOn={isGiven}
        onChange={(isOn) => give(tools, name, isOn)}
      />
      {isGiven && isFree(name) && (
        <div className="ms-4 border-s-2 border-line ps-4">
          <ToggleRow
            id={`${id}-free`}
            label={texts.free(texts.names[name])}
            help={texts.freeHelp}
            isOn={tools.free.includes(name)}
            onChange={(isOn) =>
              change({ ...tools, free: [...without(tools.free, name), ...(isOn ? [name] : [])] })
            }
          />
        </div>
      )}
    </>
  );
}

function FirstTool({ tools }: { readonly tools: ChatTools }) {
  const texts = useToolTexts();
  const id = useId();
  return (
    <FieldRow label={<label htmlFor={id}>{texts.first}</label>} help={texts.firstHelp} helpId={`${id}-help`}>
      <select
        id={id}
        value={tools.first ?? ""}
        aria-describedby={`${id}-help`}
        onChange={({ target }) =>
          change({ ...tools, first: tools.given.find((name) => name === target.value) ?? null })
        }
        className="target min-w-28 rounded-lg border border-line-strong bg-raised px-2.5 py-1 text-sm"
      >
        <option value="">{texts.modelDecides}</option>
        {tools.given.map((name) => (
          <option key={name} value={name}>
            {texts.names[name]}
          </option>
        ))}
      </select>
    </FieldRow>
  );
}
