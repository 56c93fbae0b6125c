"""What must come out of an adaptation byte for byte: markup, addresses, placeholders, code, identifiers.

Every expression here is bounded or possessive, so that a hostile text costs a time proportional to its length.
"""

from __future__ import annotations

SEALED = r"""
    </?[A-Za-z!][^<>]*>                                             # inline tags, as in a wagtail-localize segment
  | &(?:\w{1,32}+|\#\w{1,10}+);                                     # entities
  | (?:https?|ftp|mailto|tel):[^\s<>«»"]++                          # addresses of pages
  | www\.[^\s<>«»"]++
  | [\w.+-]{1,64}+(?<!\.)@[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,8}+      # addresses of e-mail
  | `[^`\n]*+`                                                      # code
  | \]\([^()\s]*+\)                                                 # the target of a Markdown link
  | !\[                                                             # a Markdown picture
  | [%$\#@]?\{\{?[^{}\n]{0,300}+\}?\}                               # placeholders: {name}, {{ name }}, %{name}, ${name}
  | %\(\w{1,64}+\)[a-z]                                             # %(name)s
  | %(?:\d{1,2}\$)?[sdifuxX@](?!\w)                                 # %s, %1$s
  | [\#@][^\W\d]\w*+                                                # #hashtag, @account
  | \d{4}-\d\d-\d\dT\d\d:\d\d[\w:.+-]*+                             # an ISO stamp
  | [^\W\d]\w++(?:(?:\.|::)\w++)++                                   # dotted.names, file.names
  | !important\b | [!=<>]=++ | \#!/\S*+
"""
