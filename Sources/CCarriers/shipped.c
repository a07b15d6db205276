// The data files of Carriers are part of the program. Swift has nothing like #embed: SwiftPM's embedInCode
// writes one array element for each byte, which takes minutes to compile.
#define _GNU_SOURCE
#include "shipped.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// clang's newer debugging information for C keeps the valgrind of Debian 12 from starting the program.
#define WITHOUT_DEBUGGING __attribute__((nodebug))

WITHOUT_DEBUGGING static const unsigned char AE[] = {
#embed "../../Sources/Carriers/Data/AE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char AR[] = {
#embed "../../Sources/Carriers/Data/AR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char AT[] = {
#embed "../../Sources/Carriers/Data/AT.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char AU[] = {
#embed "../../Sources/Carriers/Data/AU.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char BD[] = {
#embed "../../Sources/Carriers/Data/BD.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char BE[] = {
#embed "../../Sources/Carriers/Data/BE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char BG[] = {
#embed "../../Sources/Carriers/Data/BG.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char BR[] = {
#embed "../../Sources/Carriers/Data/BR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CA[] = {
#embed "../../Sources/Carriers/Data/CA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CH[] = {
#embed "../../Sources/Carriers/Data/CH.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CL[] = {
#embed "../../Sources/Carriers/Data/CL.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CN[] = {
#embed "../../Sources/Carriers/Data/CN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CO[] = {
#embed "../../Sources/Carriers/Data/CO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char CZ[] = {
#embed "../../Sources/Carriers/Data/CZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char DE[] = {
#embed "../../Sources/Carriers/Data/DE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char DK[] = {
#embed "../../Sources/Carriers/Data/DK.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char DO[] = {
#embed "../../Sources/Carriers/Data/DO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char DZ[] = {
#embed "../../Sources/Carriers/Data/DZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char EC[] = {
#embed "../../Sources/Carriers/Data/EC.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char EE[] = {
#embed "../../Sources/Carriers/Data/EE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char EG[] = {
#embed "../../Sources/Carriers/Data/EG.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char ES[] = {
#embed "../../Sources/Carriers/Data/ES.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char ET[] = {
#embed "../../Sources/Carriers/Data/ET.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char FI[] = {
#embed "../../Sources/Carriers/Data/FI.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char FR[] = {
#embed "../../Sources/Carriers/Data/FR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char GB[] = {
#embed "../../Sources/Carriers/Data/GB.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char GH[] = {
#embed "../../Sources/Carriers/Data/GH.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char GR[] = {
#embed "../../Sources/Carriers/Data/GR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char HK[] = {
#embed "../../Sources/Carriers/Data/HK.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char HR[] = {
#embed "../../Sources/Carriers/Data/HR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char ID[] = {
#embed "../../Sources/Carriers/Data/ID.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char IE[] = {
#embed "../../Sources/Carriers/Data/IE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char IL[] = {
#embed "../../Sources/Carriers/Data/IL.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char IN[] = {
#embed "../../Sources/Carriers/Data/IN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char IT[] = {
#embed "../../Sources/Carriers/Data/IT.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char JO[] = {
#embed "../../Sources/Carriers/Data/JO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char JP[] = {
#embed "../../Sources/Carriers/Data/JP.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char KE[] = {
#embed "../../Sources/Carriers/Data/KE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char KH[] = {
#embed "../../Sources/Carriers/Data/KH.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char KR[] = {
#embed "../../Sources/Carriers/Data/KR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char KW[] = {
#embed "../../Sources/Carriers/Data/KW.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char KZ[] = {
#embed "../../Sources/Carriers/Data/KZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char LA[] = {
#embed "../../Sources/Carriers/Data/LA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char LK[] = {
#embed "../../Sources/Carriers/Data/LK.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char LV[] = {
#embed "../../Sources/Carriers/Data/LV.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MA[] = {
#embed "../../Sources/Carriers/Data/MA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MM[] = {
#embed "../../Sources/Carriers/Data/MM.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MN[] = {
#embed "../../Sources/Carriers/Data/MN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MO[] = {
#embed "../../Sources/Carriers/Data/MO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MX[] = {
#embed "../../Sources/Carriers/Data/MX.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char MY[] = {
#embed "../../Sources/Carriers/Data/MY.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char NG[] = {
#embed "../../Sources/Carriers/Data/NG.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char NL[] = {
#embed "../../Sources/Carriers/Data/NL.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char NO[] = {
#embed "../../Sources/Carriers/Data/NO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char NP[] = {
#embed "../../Sources/Carriers/Data/NP.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char NZ[] = {
#embed "../../Sources/Carriers/Data/NZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char OM[] = {
#embed "../../Sources/Carriers/Data/OM.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char PE[] = {
#embed "../../Sources/Carriers/Data/PE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char PH[] = {
#embed "../../Sources/Carriers/Data/PH.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char PK[] = {
#embed "../../Sources/Carriers/Data/PK.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char PL[] = {
#embed "../../Sources/Carriers/Data/PL.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char PT[] = {
#embed "../../Sources/Carriers/Data/PT.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char QA[] = {
#embed "../../Sources/Carriers/Data/QA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char RO[] = {
#embed "../../Sources/Carriers/Data/RO.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char RU[] = {
#embed "../../Sources/Carriers/Data/RU.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char SA[] = {
#embed "../../Sources/Carriers/Data/SA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char SE[] = {
#embed "../../Sources/Carriers/Data/SE.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char SG[] = {
#embed "../../Sources/Carriers/Data/SG.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char SK[] = {
#embed "../../Sources/Carriers/Data/SK.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char SN[] = {
#embed "../../Sources/Carriers/Data/SN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char TH[] = {
#embed "../../Sources/Carriers/Data/TH.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char TN[] = {
#embed "../../Sources/Carriers/Data/TN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char TR[] = {
#embed "../../Sources/Carriers/Data/TR.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char TW[] = {
#embed "../../Sources/Carriers/Data/TW.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char TZ[] = {
#embed "../../Sources/Carriers/Data/TZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char UA[] = {
#embed "../../Sources/Carriers/Data/UA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char UG[] = {
#embed "../../Sources/Carriers/Data/UG.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char US[] = {
#embed "../../Sources/Carriers/Data/US.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char UZ[] = {
#embed "../../Sources/Carriers/Data/UZ.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char VN[] = {
#embed "../../Sources/Carriers/Data/VN.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char ZA[] = {
#embed "../../Sources/Carriers/Data/ZA.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char international[] = {
#embed "../../Sources/Carriers/Data/international.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char travel[] = {
#embed "../../Sources/Carriers/Data/travel.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char sellers[] = {
#embed "../../Sources/Carriers/Makers/Data/makers.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char country_E118[] = {
#embed "../../Sources/Carriers/Countries/Data/E118.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char country_E164[] = {
#embed "../../Sources/Carriers/Countries/Data/E164.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char country_E212[] = {
#embed "../../Sources/Carriers/Countries/Data/E212.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_und[] = {
#embed "../../Sources/Carriers/Languages/Data/und.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_de[] = {
#embed "../../Sources/Carriers/Languages/Data/de.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_en[] = {
#embed "../../Sources/Carriers/Languages/Data/en.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_es[] = {
#embed "../../Sources/Carriers/Languages/Data/es.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_fr[] = {
#embed "../../Sources/Carriers/Languages/Data/fr.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_id[] = {
#embed "../../Sources/Carriers/Languages/Data/id.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_it[] = {
#embed "../../Sources/Carriers/Languages/Data/it.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_pl[] = {
#embed "../../Sources/Carriers/Languages/Data/pl.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_ru[] = {
#embed "../../Sources/Carriers/Languages/Data/ru.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_th[] = {
#embed "../../Sources/Carriers/Languages/Data/th.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_tr[] = {
#embed "../../Sources/Carriers/Languages/Data/tr.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_uk[] = {
#embed "../../Sources/Carriers/Languages/Data/uk.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_zh_Hans[] = {
#embed "../../Sources/Carriers/Languages/Data/zh-Hans.json"
, 0};

WITHOUT_DEBUGGING static const unsigned char language_zh_Hant[] = {
#embed "../../Sources/Carriers/Languages/Data/zh-Hant.json"
, 0};

WITHOUT_DEBUGGING static const struct shipped_file carriers[] = {
  {"AE.json", AE, sizeof AE - 1},
  {"AR.json", AR, sizeof AR - 1},
  {"AT.json", AT, sizeof AT - 1},
  {"AU.json", AU, sizeof AU - 1},
  {"BD.json", BD, sizeof BD - 1},
  {"BE.json", BE, sizeof BE - 1},
  {"BG.json", BG, sizeof BG - 1},
  {"BR.json", BR, sizeof BR - 1},
  {"CA.json", CA, sizeof CA - 1},
  {"CH.json", CH, sizeof CH - 1},
  {"CL.json", CL, sizeof CL - 1},
  {"CN.json", CN, sizeof CN - 1},
  {"CO.json", CO, sizeof CO - 1},
  {"CZ.json", CZ, sizeof CZ - 1},
  {"DE.json", DE, sizeof DE - 1},
  {"DK.json", DK, sizeof DK - 1},
  {"DO.json", DO, sizeof DO - 1},
  {"DZ.json", DZ, sizeof DZ - 1},
  {"EC.json", EC, sizeof EC - 1},
  {"EE.json", EE, sizeof EE - 1},
  {"EG.json", EG, sizeof EG - 1},
  {"ES.json", ES, sizeof ES - 1},
  {"ET.json", ET, sizeof ET - 1},
  {"FI.json", FI, sizeof FI - 1},
  {"FR.json", FR, sizeof FR - 1},
  {"GB.json", GB, sizeof GB - 1},
  {"GH.json", GH, sizeof GH - 1},
  {"GR.json", GR, sizeof GR - 1},
  {"HK.json", HK, sizeof HK - 1},
  {"HR.json", HR, sizeof HR - 1},
  {"ID.json", ID, sizeof ID - 1},
  {"IE.json", IE, sizeof IE - 1},
  {"IL.json", IL, sizeof IL - 1},
  {"IN.json", IN, sizeof IN - 1},
  {"IT.json", IT, sizeof IT - 1},
  {"JO.json", JO, sizeof JO - 1},
  {"JP.json", JP, sizeof JP - 1},
  {"KE.json", KE, sizeof KE - 1},
  {"KH.json", KH, sizeof KH - 1},
  {"KR.json", KR, sizeof KR - 1},
  {"KW.json", KW, sizeof KW - 1},
  {"KZ.json", KZ, sizeof KZ - 1},
  {"LA.json", LA, sizeof LA - 1},
  {"LK.json", LK, sizeof LK - 1},
  {"LV.json", LV, sizeof LV - 1},
  {"MA.json", MA, sizeof MA - 1},
  {"MM.json", MM, sizeof MM - 1},
  {"MN.json", MN, sizeof MN - 1},
  {"MO.json", MO, sizeof MO - 1},
  {"MX.json", MX, sizeof MX - 1},
  {"MY.json", MY, sizeof MY - 1},
  {"NG.json", NG, sizeof NG - 1},
  {"NL.json", NL, sizeof NL - 1},
  {"NO.json", NO, sizeof NO - 1},
  {"NP.json", NP, sizeof NP - 1},
  {"NZ.json", NZ, sizeof NZ - 1},
  {"OM.json", OM, sizeof OM - 1},
  {"PE.json", PE, sizeof PE - 1},
  {"PH.json", PH, sizeof PH - 1},
  {"PK.json", PK, sizeof PK - 1},
  {"PL.json", PL, sizeof PL - 1},
  {"PT.json", PT, sizeof PT - 1},
  {"QA.json", QA, sizeof QA - 1},
  {"RO.json", RO, sizeof RO - 1},
  {"RU.json", RU, sizeof RU - 1},
  {"SA.json", SA, sizeof SA - 1},
  {"SE.json", SE, sizeof SE - 1},
  {"SG.json", SG, sizeof SG - 1},
  {"SK.json", SK, sizeof SK - 1},
  {"SN.json", SN, sizeof SN - 1},
  {"TH.json", TH, sizeof TH - 1},
  {"TN.json", TN, sizeof TN - 1},
  {"TR.json", TR, sizeof TR - 1},
  {"TW.json", TW, sizeof TW - 1},
  {"TZ.json", TZ, sizeof TZ - 1},
  {"UA.json", UA, sizeof UA - 1},
  {"UG.json", UG, sizeof UG - 1},
  {"US.json", US, sizeof US - 1},
  {"UZ.json", UZ, sizeof UZ - 1},
  {"VN.json", VN, sizeof VN - 1},
  {"ZA.json", ZA, sizeof ZA - 1},
  {"international.json", international, sizeof international - 1},
  {"travel.json", travel, sizeof travel - 1},
};

WITHOUT_DEBUGGING static const struct shipped_file makers[] = {
  {"makers.json", sellers, sizeof sellers - 1},
};

WITHOUT_DEBUGGING static const struct shipped_file countries[] = {
  {"E118.json", country_E118, sizeof country_E118 - 1},
  {"E164.json", country_E164, sizeof country_E164 - 1},
  {"E212.json", country_E212, sizeof country_E212 - 1},
};

WITHOUT_DEBUGGING static const struct shipped_file languages[] = {
  {"und.json", language_und, sizeof language_und - 1},
  {"de.json", language_de, sizeof language_de - 1},
  {"en.json", language_en, sizeof language_en - 1},
  {"es.json", language_es, sizeof language_es - 1},
  {"fr.json", language_fr, sizeof language_fr - 1},
  {"id.json", language_id, sizeof language_id - 1},
  {"it.json", language_it, sizeof language_it - 1},
  {"pl.json", language_pl, sizeof language_pl - 1},
  {"ru.json", language_ru, sizeof language_ru - 1},
  {"th.json", language_th, sizeof language_th - 1},
  {"tr.json", language_tr, sizeof language_tr - 1},
  {"uk.json", language_uk, sizeof language_uk - 1},
  {"zh-Hans.json", language_zh_Hans, sizeof language_zh_Hans - 1},
  {"zh-Hant.json", language_zh_Hant, sizeof language_zh_Hant - 1},
};

#define TABLE(name) \
  WITHOUT_DEBUGGING struct shipped_files shipped_##name(void) { \
    return (struct shipped_files){name, sizeof name / sizeof *name}; \
  }

TABLE(carriers)
TABLE(countries)
TABLE(makers)
TABLE(languages)

WITHOUT_DEBUGGING int shipped_bytes_hold(
    const unsigned char *bytes, size_t count, const char *text) {
  return memmem(bytes, count, text, strlen(text)) != NULL;
}

WITHOUT_DEBUGGING const unsigned char *shipped_text_end(
    const unsigned char *text, const unsigned char *end) {
  for (const unsigned char *quote = text; quote < end; ++quote) {
    quote = memchr(quote, '"', end - quote);
    if (!quote) return NULL;
    size_t escapes = 0;
    while (quote - escapes > text && quote[-escapes - 1] == '\\') ++escapes;
    if (escapes % 2 == 0) return quote;
  }
  return NULL;
}

// After spaces.
WITHOUT_DEBUGGING static const unsigned char *after_spaces(
    const unsigned char *place, const unsigned char *end) {
  while (place < end && (*place == ' ' || *place == '\n')) ++place;
  return place;
}

WITHOUT_DEBUGGING int shipped_next_member(
    const unsigned char **place, const unsigned char *end, struct shipped_member *member) {
  const unsigned char *text = *place;
  while (text < end && (text = memchr(text, '"', end - text))) {
    const unsigned char *const name = ++text;
    const unsigned char *const name_end = shipped_text_end(name, end);
    if (!name_end) break;
    text = after_spaces(name_end + 1, end);
    if (text == end || *text != ':') continue;
    text = after_spaces(text + 1, end);
    if (text == end || *text != '"') continue;
    const unsigned char *const value = text + 1;
    const unsigned char *const value_end = shipped_text_end(value, end);
    if (!value_end) break;
    *member = (struct shipped_member){name, name_end - name, value, value_end - value};
    *place = value_end + 1;
    return 1;
  }
  return 0;
}

// Where a list begins, after its bracket, that is the next value of a member of a name.
WITHOUT_DEBUGGING static const unsigned char *list_after(
    const unsigned char *name, const unsigned char *end, const char *member) {
  const size_t length = strlen(member);
  for (; name < end; name += length) {
    name = memmem(name, end - name, member, length);
    if (!name) return NULL;
    const unsigned char *value = after_spaces(name + length, end);
    if (value == end || *value != ':') continue;
    value = after_spaces(value + 1, end);
    if (value < end && *value == '[') return value + 1;
  }
  return NULL;
}

WITHOUT_DEBUGGING const unsigned char *shipped_list(
    const unsigned char *from, const unsigned char *end, const char *member, size_t *count) {
  const unsigned char *const list = list_after(from, end, member);
  if (!list) return NULL;
  int depth = 1;
  // Where it is not closed, to the end: whoever reads the file says so.
  *count = end - list;
  for (const unsigned char *place = list; place < end; ++place) {
    if (*place == '"') {
      place = shipped_text_end(place + 1, end);
      if (!place) break;
    }
    if (*place == '[') ++depth;
    if (*place == ']' && --depth == 0) {
      *count = place - list;
      break;
    }
  }
  return list;
}
