/** Templates as people write them, and one for every construct of the engine. */
export const seeds: readonly string[] = [
  "{% if request_language contains 'nl' %}Uw code is @@password@@{% elsif request_language contains 'fr-CA' or request_language == 'fr' %}Votre code est @@password@@{% else %}Your code is @@password@@{% endif %}",
  "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip -%}\n{%- case tag -%}\n{%- when 'he', 'iw' -%}\n‏הקוד שלך: @@password@@\n{%- when 'de' or 'de-at' -%}\nDein Code: @@password@@\n{%- else -%}\nYour code: @@password@@\n{%- endcase -%}",
  "{% unless request_language %}No language{% elsif not request_language contains 'en' %}Other{% else %}Hi {{ application.name | default: 'Acme', allow_false: true }}{% endunless %}",
  '{% comment %} codeword-disable-next-line x -- reason {{ y }} {% raw %}{{{% endraw %}{% endcomment %}\n{{ code }}\n\n@acme.example #@@password@@',
  '{% for tag in request_language | split %}x{% endfor %}{% for i in (1..3) limit: 2 offset:n reversed %}{{ i }}{% break %}{% else %}none{% continue %}{% endfor %}',
  "{% liquid\n  assign x = 'a' | append: \"b\"\n  if x == 'ab'\n    echo x\n  else\n    echo 'no'\n  endif\n  # a remark\n  comment\n  never\n  endcomment\n%}{% # one line %}",
  "{% capture greeting %}Hello {{ user['name'] }}{% endcapture %}{% tablerow i in items cols: 2 %}{{ i.value[0].x }}{% endtablerow %}{% cycle 'g': 'a', b | upcase, 'c' %}",
  "{% increment n %}{% decrement n %}{% include 'a/{{ b }}' with c %}{% render 'x' for items as item, y: 1 %}{% layout 'main' z: 2 %}{% block footer %}F{% endblock %}",
  "{% raw %}{{ not }} {% if %}{% endraw -%}  after\r\n{{- 'quo\\'ted' | truncate: 5, '…' -}}  ",
  '{% if a == nil and b != empty or c > 1.5 and not d <= -2 %}{% if x %}1{% else %}2{% endif %}{% elsif blank contains x %}{% endif %}',
]

/** What is put into them. */
export const fragments: readonly string[] = [
  ...['{%', '%}', '{{', '}}', '{%-', '-%}', '{{-', '-}}', '{', '}', '%', '-', '#', '\n', ' ', '\r'],
  ...["'", '"', '\\', '|', ':', ',', '.', '..', '(', ')', '[', ']', '=', '==', '<>', '!='],
  ...['and', 'or', 'not', 'contains', 'in', 'with', 'for', 'as', 'nil', 'blank', 'x', '1', '-2.5'],
  ...['\0', '\ud800', '\udc00', '\u202e', '\ufeff', '\u180e', '\u00a0', '“', '💬', '@@', '@@x@@'],
  ...['{% if x %}', '{% endif %}', '{% else %}', '{% elsif y %}', '{% elseif y %}', '{% iff z %}'],
  ...['{% unless x %}', '{% endunless %}', '{% case x %}', "{% when 'a' %}", '{% endcase %}'],
  ...['{% for i in x %}', '{% endfor %}', '{% comment %}', '{% endcomment %}', '{% raw %}'],
  ...['{% endraw %}', '{% capture c %}', '{% endcapture %}', '{% block b %}', '{% endblock %}'],
  ...['{% tablerow i in x %}', '{% endtablerow %}', "{% layout 'l' %}", "{% include '{{' %}"],
  ...[
    '{% liquid',
    '{% liquid\nif x\n',
    '\nendif\n',
    '\n-\n#',
    '{% # a\nb %}',
    '{{ x }}',
    '{% end %}',
  ],
]
