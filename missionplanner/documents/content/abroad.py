"""Know what helps abroad: which number to ring in an emergency, how to ask a driver for the way to the hotel."""

from __future__ import annotations

from typing import NamedTuple

from babel.languages import get_official_languages

MOST_LANGUAGES = 2
"""Official languages of a country a phrase is said in."""


class Rescue(NamedTuple):
    """Be whom to ring for help; ``police`` is "" where one number is for all."""

    ambulance: str
    police: str = ""


_ONE_FOR_ALL = {
    "112": "AD AM AT AZ BE BG CY CZ DE DK EE ES FI FO FR GE GL GR HR HU IE IN IS IT KW LI LT LU LV MC MD MT NL NO "
    "PL PT RO RU SE SI SK SM TR UA VA",
    "911": "AR CA DO EC JO MX PA PH PR PY US UY",
    "999": "BH GB GG HK IM JE MO MY QA",
    "000": "AU",
    "111": "NZ",
    "123": "CO",
    "9999": "OM",
}
_APART = {
    "AE": Rescue("998", "999"),
    "AL": Rescue("127", "129"),
    "BA": Rescue("124", "122"),
    "BR": Rescue("192", "190"),
    "CH": Rescue("144", "117"),
    "CL": Rescue("131", "133"),
    "CN": Rescue("120", "110"),
    "EG": Rescue("123", "122"),
    "IL": Rescue("101", "100"),
    "JP": Rescue("119", "110"),
    "KR": Rescue("119", "112"),
    "ME": Rescue("124", "122"),
    "MK": Rescue("194", "192"),
    "RS": Rescue("194", "192"),
    "RW": Rescue("912", "112"),
    "SG": Rescue("995", "999"),
    "TH": Rescue("1669", "191"),
    "TN": Rescue("190", "197"),
    "TW": Rescue("119", "110"),
    "VN": Rescue("115", "113"),
    "ZA": Rescue("10177", "10111"),
}
RESCUE: dict[str, Rescue] = {
    country: Rescue(number) for number, countries in _ONE_FOR_ALL.items() for country in countries.split()
} | _APART
"""Country (ISO 3166) → numbers as governments publish them; of a country that is not here nothing is said."""

TAKE_ME: dict[str, str] = {
    "ar": "من فضلك، أوصلني إلى هذا العنوان",
    "bg": "Моля, закарайте ме на този адрес",
    "bs": "Molim vas, odvezite me na ovu adresu",
    "ca": "Si us plau, porti’m a aquesta adreça",
    "cs": "Prosím, odvezte mě na tuto adresu",
    "da": "Kør mig venligst til denne adresse",
    "de": "Bitte bringen Sie mich zu dieser Adresse",
    "el": "Παρακαλώ, πηγαίνετέ με σε αυτή τη διεύθυνση",
    "en": "Please take me to this address",
    "es": "Por favor, lléveme a esta dirección",
    "et": "Palun viige mind sellele aadressile",
    "fi": "Voisitteko viedä minut tähän osoitteeseen",
    "fr": "Veuillez me conduire à cette adresse",
    "he": "נא להסיע אותי לכתובת זו",
    "hi": "कृपया मुझे इस पते पर ले चलिए",
    "hr": "Molim vas, odvezite me na ovu adresu",
    "hu": "Kérem, vigyen erre a címre",
    "hy": "Խնդրում եմ ինձ տանել այս հասցեով",
    "id": "Tolong antarkan saya ke alamat ini",
    "it": "Per favore, mi porti a questo indirizzo",
    "ja": "この住所までお願いします",
    "ka": "გთხოვთ, წამიყვანოთ ამ მისამართზე",
    "ko": "이 주소로 가 주세요",
    "lt": "Prašau nuvežti mane šiuo adresu",
    "lv": "Lūdzu, aizvediet mani uz šo adresi",
    "mk": "Ве молам, однесете ме на оваа адреса",
    "ms": "Tolong bawa saya ke alamat ini",
    "nb": "Vennligst kjør meg til denne adressen",
    "nl": "Breng mij alstublieft naar dit adres",
    "pl": "Proszę zawieźć mnie pod ten adres",
    "pt": "Por favor, leve-me a este endereço",
    "ro": "Vă rog să mă duceți la această adresă",
    "ru": "Пожалуйста, отвезите меня по этому адресу",
    "sk": "Prosím, odvezte ma na túto adresu",
    "sl": "Prosim, peljite me na ta naslov",
    "sq": "Ju lutem, më çoni në këtë adresë",
    "sr": "Молим вас, одвезите ме на ову адресу",
    "sv": "Var snäll och kör mig till den här adressen",
    "th": "กรุณาพาฉันไปตามที่อยู่นี้",
    "tr": "Lütfen beni bu adrese götürün",
    "uk": "Будь ласка, відвезіть мене за цією адресою",
    "vi": "Vui lòng đưa tôi đến địa chỉ này",
    "zh": "请送我到这个地址",
    "zh_Hant": "請送我到這個地址",
}
"""Language → what a driver is shown; the address stands below it."""
_OTHER_CODES = {"no": "nb", "nn": "nb"}


def take_me(country: str) -> tuple[tuple[str, str], ...]:
    """Return language (BCP 47) and phrase for a country's drivers, in its official languages."""
    found: dict[str, str] = {}
    for code in get_official_languages(country, de_facto=True):
        known = _OTHER_CODES.get(code, code)
        known = known if known in TAKE_ME else known.partition("_")[0]
        if known in TAKE_ME:
            found.setdefault(known.replace("_", "-"), TAKE_ME[known])
    return tuple(found.items())[:MOST_LANGUAGES]
