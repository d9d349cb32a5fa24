/**
 * Templates in the shapes that real messages of this family have, and in those of their usual mistakes, by name.
 * The texts are our own.
 */
const cut =
  "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip | split: '-' | first -%}"

const sms: Readonly<Record<string, string>> = {
  'plain placeholder': 'Your Acme code is @@password@@',
  'plain code': '{{ code }} is your Acme code.',
  'plain password': 'Your code: {{password}}',
  'named application': 'Your {{ application.name }} code is {{ code }}',
  'application macro': 'Your @@application.name@@ code is @@code@@',
  'with minutes': 'Your code is @@password@@. It is valid for 5 minutes.',
  'with markdown': '> Your *Acme* code is **@@password@@**',
  'bound to an origin': 'Your Acme code is @@password@@\n\n@example.com #@@password@@',
  'final line end': 'Your Acme code is @@password@@\n',
  'no code': 'Welcome to Acme!',
  'code in braces': 'Your code is {code}',
  'code behind an at sign': 'Your code is @{code}',
  'placeholder in an output': 'Your code is {{@@password@@}}',
  'misspelt placeholder': 'Your code is @@passwort@@',
  'misspelt variable': 'Your code is {{ Code }}',
  'code by assign': '{% assign otp = code %}Your code is {{ otp }}',
  'code by capture': '{% capture text %}Your code is {{ code }}{% endcapture %}{{ text }}',
  'code appended': "{% assign text = 'Your code is ' | append: code %}{{ text }}",

  'independent ifs, no fallback':
    "{% if request_language contains 'dutch' %}\n   Je code is @@password@@\n{% endif %}\n{% if request_language contains 'fr-FR' %}\n   Votre code est @@password@@\n{% endif %}",
  'independent ifs, fallback outside':
    "Your code is @@password@@{% if request_language contains 'nl' %} / Je code is @@password@@{% endif %}",
  'one language and a fallback':
    "{% if request_language contains 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'region only':
    "{% if request_language == 'fr-FR' %}Votre code est {{ code }}{% elsif request_language == 'nl-NL' %}Je code is {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'chain of contains, English first':
    "{% if request_language contains 'en' %}Your code is {{ code }}{% elsif request_language contains 'fr' %}Votre code est {{ code }}{% elsif request_language contains 'de' %}Ihr Code ist {{ code }}{% elsif request_language contains 'es' %}Tu clave es {{ code }}{% elsif request_language contains 'it' %}Il codice è {{ code }}{% endif %}",
  'chain of contains, English last':
    "{% if request_language contains 'fr' %}Votre code est {{ code }}{% elsif request_language contains 'de' %}Ihr Code ist {{ code }}{% elsif request_language contains 'es' %}Tu clave es {{ code }}{% elsif request_language contains 'it' %}Il codice è {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'contains behind downcase':
    "{% assign l = request_language | downcase %}{% if l contains 'fr' %}Votre code est {{ code }}{% elsif l contains 'ca' %}El codi és {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'short needle in a long tag':
    "{% if request_language contains 'fi' %}Koodisi on {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'wide needle before a narrow one':
    "{% if request_language contains 'zh' %}代码 {{ code }}{% elsif request_language contains 'zh-TW' %}代碼 {{ code }}{% else %}Code {{ code }}{% endif %}",
  'country instead of a language':
    "{% if request_language contains 'jp' %}コード {{ code }}{% elsif request_language contains 'se' %}Kod {{ code }}{% else %}Code {{ code }}{% endif %}",
  'name of a language':
    "{% if request_language == 'french' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'old code of a language':
    "{% case request_language %}{% when 'he', 'he-IL' %}הקוד שלך {{ code }}{% when 'id' %}Kode {{ code }}{% else %}Code {{ code }}{% endcase %}",
  'case of the raw value':
    "{% case request_language %}{% when 'nl' %}Je code is {{ code }}{% when 'nl-NL' %}Je code is {{ code }}!{% else %}Your code is {{ code }}{% endcase %}",
  'first letters':
    "{% assign language = request_language | slice: 0, 2 %}{% if language == 'fr' %}Votre code est {{ code }}{% elsif language == 'nl' %}Je code is {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'first letters, if any':
    "{% if request_language %}{% assign language = request_language | slice: 0, 2 | downcase %}{% case language %}{% when 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endcase %}{% else %}Your code is {{ code }}.{% endif %}",
  'first element':
    "{% assign first = request_language | split: ',' | first %}{% if first contains 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'recommended, case': `${cut}{%- case tag -%}{%- when 'nl' -%}Je code is {{ code }}{%- when 'he', 'iw' -%}הקוד שלך {{ code }}{%- else -%}Your code is {{ code }}{%- endcase -%}`,
  'recommended, if': `${cut}{%- if tag == 'nl' -%}Je code is {{ code }}{%- elsif tag == 'fr' -%}Votre code est {{ code }}{%- else -%}Your code is {{ code }}{%- endif -%}`,
  'recommended without a fallback': `${cut}{%- if tag == 'nl' -%}Je code is {{ code }}{%- elsif tag == 'fr' -%}Votre code est {{ code }}{%- endif -%}`,
  'recommended with a region':
    "{%- assign tag = request_language | downcase | replace: '_', '-' | split: ',' | first | split: ';' | first | strip -%}{%- assign region = tag | split: '-' | slice: 0, 2 | join: '-' -%}{%- assign language = tag | split: '-' | first -%}{%- if region == 'pt-br' -%}Seu código: {{ code }}{%- elsif language == 'pt' -%}O seu código: {{ code }}{%- else -%}Your code: {{ code }}{%- endif -%}",
  'best language of a list':
    "{%- assign list = request_language | downcase | split: ',' -%}{%- for entry in list -%}{%- assign tag = entry | split: ';' | first | strip | split: '-' | first -%}{%- unless found -%}{%- if tag == 'fr' or tag == 'nl' -%}{%- assign found = tag -%}{%- endif -%}{%- endunless -%}{%- endfor -%}{%- case found -%}{%- when 'fr' -%}Votre code est {{ code }}{%- when 'nl' -%}Je code is {{ code }}{%- else -%}Your code is {{ code }}{%- endcase -%}",
  'texts by assign': `${cut}{%- assign text = 'Your code is' -%}{%- if tag == 'nl' -%}{%- assign text = 'Je code is' -%}{%- endif -%}{{ text }} {{ code }}`,
  'texts by capture': `${cut}{%- capture text -%}{%- if tag == 'nl' -%}Je code is{%- else -%}Your code is{%- endif -%}{%- endcapture -%}{{ text }} {{ code }}`,
  unless: `${cut}{%- unless tag == 'nl' -%}Your code is {{ code }}{%- else -%}Je code is {{ code }}{%- endunless -%}`,
  'nested regions':
    "{% if request_language contains 'fr' %}{% if request_language contains 'CA' %}Votre code : {{ code }}{% else %}Votre code est {{ code }}{% endif %}{% else %}Your code is {{ code }}{% endif %}",
  default:
    "{% assign l = request_language | default: 'en' %}{% if l contains 'nl' %}Je code is {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'empty is no language':
    "{% if request_language == blank %}Your code is {{ code }}{% elsif request_language contains 'nl' %}Je code is {{ code }}{% else %}Code: {{ code }}{% endif %}",
  'size of the value':
    '{% if request_language.size > 2 %}Your code is {{ code }}{% else %}Code {{ code }}{% endif %}',
  'value shown': 'Your code is {{ code }} ({{ request_language }})',
  'code missing in one language': `${cut}{%- if tag == 'nl' -%}Je code is onderweg.{%- else -%}Your code is {{ code }}{%- endif -%}`,
  'blank edges':
    "{% if request_language contains 'nl' %}\n  Je code is {{ code }}\n{% else %}\n  Your code is {{ code }}\n{% endif %}\n",
  'long text':
    "{% if request_language contains 'es' %}Tu código de verificación para entrar en Acme es {{ code }}. No lo compartas con nadie, tampoco con nosotros.{% else %}Your code is {{ code }}{% endif %}",
  'one application of several':
    "{% if application.name == 'Acme Pay' %}Pay with the code {{ code }}{% else %}Log in with the code {{ code }}{% endif %}",
  'application or a default': "Your {{ application.name | default: 'Acme' }} code is {{ code }}",

  'or without a second test':
    "{% if request_language == 'fr' or 'de' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'and with or':
    "{% if request_language contains 'nl' and request_language contains 'BE' or request_language contains 'fr' %}Code {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'no quotes':
    '{% if request_language contains fr %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}',
  'curly quotes':
    '{% if request_language contains ‘fr’ %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}',
  'empty needle':
    "{% if request_language contains '' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'unknown operator':
    "{% if request_language startswith 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'unknown filter': 'Your code is {{ code | spaced }}',
  elseif:
    "{% if request_language contains 'fr' %}Votre code est {{ code }}{% elseif request_language contains 'nl' %}Je code is {{ code }}{% endif %}",
  'else if':
    "{% if request_language contains 'fr' %}Votre code est {{ code }}{% else if request_language contains 'nl' %}Je code is {{ code }}{% endif %}",
  'three equals signs':
    "{% if request_language === 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'two ampersands':
    "{% if request_language == 'fr' && code %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}",
  'end is missing': "{% if request_language contains 'fr' %}Votre code est {{ code }}",
}

const mfa: Readonly<Record<string, string>> = {
  'enrollment, default':
    '{{code}} is your code for {{tenant.friendly_name}}. Please enter it to go on.',
  'locale, contains':
    "{% if locale contains 'es' %}{{ code }} es su clave para {{ tenant.friendly_name }}{% elsif locale contains 'fr' %}{{ code }} est votre code pour {{ tenant.friendly_name }}{% else %}{{ code }} is your code for {{ tenant.friendly_name }}{% endif %}",
  'locale, no fallback':
    "{% if locale contains 'es' %}{{ code }} es su clave{% elsif locale contains 'pt' %}{{ code }} é o seu código{% endif %}",
  'voice and text':
    "{% if message_type == 'voice' %}Your code is {{ pause }} {{ code }} {{ pause }} I repeat {{ pause }} {{ code }}{% else %}{{ code }} is your code for {{ tenant.friendly_name }}{% endif %}",
  'voice and text in four languages':
    "{% if message_type == 'voice' %}{% if locale contains 'es' %}Su clave es {{pause}}{{ code }}{% elsif locale contains 'pt' %}O seu código é {{pause}}{{ code }}{% elsif locale contains 'fr' %}Votre code est {{pause}}{{ code }}{% else %}Your code is {{pause}}{{ code }}{% endif %}{% else %}{% if locale contains 'es' %}Su clave es {{ code }}{% elsif locale contains 'pt' %}O seu código é {{ code }}{% elsif locale contains 'fr' %}Votre code est {{ code }}{% else %}Your code is {{ code }}{% endif %}{% endif %}",
  'text only': "{% if message_type == 'sms' %}{{ code }} is your code{% endif %}",
  'no code in a voice message':
    "{% if message_type == 'voice' %}Please look at your phone{% else %}{{ code }} is your code{% endif %}",
}

const classic: Readonly<Record<string, string>> = {
  'raw header':
    "{% if requestInfo.lang contains 'es' %}{{ code }} es su clave{% else %}{{ code }} is your code{% endif %}",
}

const phone: Readonly<Record<string, string>> = {
  'friendly name': '{{ code }} is your code for {{ friendly_name }}',
  'locale, exact':
    "{% if locale == 'fr' %}{{ code }} est votre code{% elsif locale == 'fr-CA' %}Votre code : {{ code }}{% else %}{{ code }} is your code{% endif %}",
  'customer by name':
    'Hi{% if user.given_name %} {{ user.given_name }}{% endif %}, your code is {{ code }}',
  'brand of the organization':
    '{{ code }} is your code for {{ organization.display_name | default: friendly_name }}',
  'language of the customer':
    "{% if user.user_metadata.lang == 'fr' %}{{ code }} est votre code{% elsif user.user_metadata.lang == 'de' %}{{ code }} ist Ihr Code{% else %}{{ code }} is your code{% endif %}",
  'language of the customer, no fallback':
    "{% if user.user_metadata.language == 'fr' %}{{ code }} est votre code{% elsif user.user_metadata.language == 'de' %}{{ code }} ist Ihr Code{% endif %}",
  'language of the customer, cut':
    "{% assign language = user.user_metadata.preferredLanguage | slice: 0, 2 %}{% if language == 'fr' %}{{ code }} est votre code{% else %}{{ code }} is your code{% endif %}",
  'verified addresses':
    '{% if user.email_verified %}{{ code }} is your code{% else %}{{ code }} is your code. Please verify your address.{% endif %}',
}

const email: Readonly<Record<string, string>> = {
  'cut, if any':
    "{% if request_language %}{% assign language = request_language | slice: 0, 2 %}{% endif %}{% if language == 'fr' %}<p>Votre code est {{ code }}</p>{% else %}<p>Your code is {{ code }}</p>{% endif %}",
  'code or link':
    '{% if send == "link" or send == "link_ios" or send == "link_android" %}<a href="{{ link }}">Log in</a>{% else %}<p>Your code is {{ code }}</p>{% endif %}',
  'new address':
    '{% if operation == "change_email" %}<p>Confirm with {{ code }}</p>{% else %}<p>Log in with {{ code }}</p>{% endif %}',
  'code and link': '<p>{{ code }}</p><p><a href="{{ link }}">{{ link }}</a></p>',
  'exact regions':
    "{% if request_language == 'en-US' %}<p>{{ code }}</p>{% elsif request_language == 'fr-FR' %}<p>Code : {{ code }}</p>{% endif %}",
}

/** By profile and name. */
export const shapes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'auth0-sms': sms,
  'auth0-mfa': mfa,
  'auth0-mfa-classic': classic,
  'auth0-phone': phone,
  'auth0-email': email,
}
