// The chat format of Jamba 2 and, with `reasons`, of Jamba Reasoning, as one Jinja template of this project: used for every file
// whose own template is not known by its hash. The sentences about tools and thinking are those that the models were trained on.
//
// Variables: bos_token, messages, tools, add_generation_prompt, reasons. For a reasoning model each user message has
// `asks_to_think`, and each assistant message has `reasoning`, "" where it is not to be repeated.

export const CHATML_TEMPLATE = String.raw`
{%- macro begin(role) %}{{- '<|im_start|>' + role + '\n' }}{%- endmacro %}
{%- set end = '<|im_end|>\n' %}
{%- set first_is_system = messages | length > 0 and messages[0].role == 'system' %}

{{- bos_token }}
{%- if tools %}
  {{- begin('system') }}
  {%- if first_is_system %}{{- messages[0].content + '\n\n' }}{%- endif %}
  {{- '# Tools\n\nYou may call one or more functions to assist with the user query.\n\n' }}
  {{- 'You are provided with function signatures within <tools></tools> XML tags:\n<tools>' }}
  {%- for tool in tools %}{{- '\n' }}{{- tool | tojson }}{%- endfor %}
  {{- '\n</tools>\n\nFor each function call, return a json object with function name and arguments ' }}
  {{- 'within <tool_call></tool_call> XML tags:\n' }}
  {{- '<tool_call>\n{"name": <function-name>, "arguments": <args-json-object>}\n</tool_call>' + end }}
{%- endif %}

{%- for message in messages %}
  {%- set is_first_tool = loop.first or messages[loop.index0 - 1].role != 'tool' %}
  {%- set is_last_tool = loop.last or messages[loop.index0 + 1].role != 'tool' %}
  {%- if message.role == 'system' %}
    {%- if not (loop.first and tools) %}{{- begin('system') }}{{- message.content + end }}{%- endif %}
  {%- elif message.role == 'user' %}
    {{- begin('user') }}
    {%- if reasons and message.asks_to_think %}
      {{- 'Begin by thinking about the reasoning process in the mind within <think> </think> tags ' }}
      {{- 'and then proceed to give your response.\n' }}
    {%- endif %}
    {{- message.content + end }}
  {%- elif message.role == 'assistant' %}
    {{- begin('assistant') }}
    {%- if reasons and message.reasoning %}
      {{- '<think>\n' + message.reasoning + '\n</think>\n\n' }}
    {%- endif %}
    {{- message.content }}
    {%- for call in message.tool_calls %}
      {%- set called = call.function or call %}
      {%- if message.content or not loop.first %}{{- '\n' }}{%- endif %}
      {{- '<tool_call>\n{"name": "' + called.name + '", "arguments": ' }}
      {%- if called.arguments is string %}{{- called.arguments }}{%- else %}{{- called.arguments | tojson }}{%- endif %}
      {{- '}\n</tool_call>' }}
    {%- endfor %}
    {{- end }}
  {%- elif message.role == 'tool' %}
    {%- if is_first_tool %}{{- '<|im_start|>user' }}{%- endif %}
    {{- '\n<tool_response>\n' + message.content + '\n</tool_response>' }}
    {%- if is_last_tool %}{{- end }}{%- endif %}
  {%- endif %}
{%- endfor %}

{%- if add_generation_prompt %}
  {{- begin('assistant') }}
  {%- if reasons %}{{- '<think>\n' }}{%- endif %}
{%- endif %}`;
