"""Know the sentence the European Union asks to be printed (model grant agreement, article 17.2 and 17.3)."""

from __future__ import annotations

from collections.abc import Mapping

FUNDED_BY_THE_EU: Mapping[str, str] = {
    "it": (
        "Finanziato dall’Unione europea. Le opinioni espresse appartengono, tuttavia, al solo o ai soli autori e"
        " non riflettono necessariamente le opinioni dell’Unione europea o dell’autorità che concede il"
        " finanziamento. Né l’Unione europea né l’autorità che concede il finanziamento possono esserne"
        " ritenute responsabili."
    ),
    "en": (
        "Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do"
        " not necessarily reflect those of the European Union or the granting authority. Neither the European"
        " Union nor the granting authority can be held responsible for them."
    ),
    "es": (
        "Financiado por la Unión Europea. Las opiniones y puntos de vista expresados solo comprometen a su(s)"
        " autor(es) y no reflejan necesariamente los de la Unión Europea o los de la autoridad otorgante. Ni la"
        " Unión Europea ni la autoridad otorgante pueden ser considerados responsables de ellos."
    ),
    "fr": (
        "Financé par l’Union européenne. Les points de vue et avis exprimés n’engagent toutefois que leur(s)"
        " auteur(s) et ne reflètent pas nécessairement ceux de l’Union européenne ou de l’autorité chargée de"
        " l’octroi. Ni l’Union européenne ni l’autorité chargée de l’octroi ne sauraient en être tenues pour"
        " responsables."
    ),
    "de": (
        "Finanziert von der Europäischen Union. Die geäußerten Ansichten und Meinungen entsprechen jedoch"
        " ausschließlich denen des Autors bzw. der Autoren und spiegeln nicht zwingend die der Europäischen Union"
        " oder der Bewilligungsbehörde wider. Weder die Europäische Union noch die Bewilligungsbehörde können"
        " dafür verantwortlich gemacht werden."
    ),
    "nl": (
        "Gefinancierd door de Europese Unie. De hier geuite ideeën en meningen komen echter uitsluitend voor"
        " rekening van de auteur(s) en geven niet noodzakelijkerwijs die van de Europese Unie of de"
        " subsidieverlenende autoriteit weer. Noch de Europese Unie, noch de subsidieverlenende autoriteit kan"
        " ervoor aansprakelijk worden gesteld."
    ),
    "pt": (
        "Financiado pela União Europeia. Os pontos de vista e as opiniões expressas são as do(s) autor(es) e não"
        " refletem necessariamente a posição da União Europeia ou da autoridade concedente. Nem a União Europeia"
        " nem a autoridade concedente podem ser tidas como responsáveis por essas opiniões."
    ),
}
"""By language. It names the granting authority in words, because which one it is differs from grant to grant."""
