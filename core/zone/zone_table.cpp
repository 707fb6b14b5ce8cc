// Written by tools/zone_table from tzdata 2026f; do not edit. To renew it: script/zone-table
// clang-format off
#include "zone/zone_table.h"

namespace supportcalc {
namespace {

constexpr char kNames[] =
    "Africa/Abidjan\0"
    "Africa/Accra\0"
    "Africa/Addis_Ababa\0"
    "Africa/Algiers\0"
    "Africa/Asmara\0"
    "Africa/Asmera\0"
    "Africa/Bamako\0"
    "Africa/Bangui\0"
    "Africa/Banjul\0"
    "Africa/Bissau\0"
    "Africa/Blantyre\0"
    "Africa/Brazzaville\0"
    "Africa/Bujumbura\0"
    "Africa/Cairo\0"
    "Africa/Casablanca\0"
    "Africa/Ceuta\0"
    "Africa/Conakry\0"
    "Africa/Dakar\0"
    "Africa/Dar_es_Salaam\0"
    "Africa/Djibouti\0"
    "Africa/Douala\0"
    "Africa/El_Aaiun\0"
    "Africa/Freetown\0"
    "Africa/Gaborone\0"
    "Africa/Harare\0"
    "Africa/Johannesburg\0"
    "Africa/Juba\0"
    "Africa/Kampala\0"
    "Africa/Khartoum\0"
    "Africa/Kigali\0"
    "Africa/Kinshasa\0"
    "Africa/Lagos\0"
    "Africa/Libreville\0"
    "Africa/Lome\0"
    "Africa/Luanda\0"
    "Africa/Lubumbashi\0"
    "Africa/Lusaka\0"
    "Africa/Malabo\0"
    "Africa/Maputo\0"
    "Africa/Maseru\0"
    "Africa/Mbabane\0"
    "Africa/Mogadishu\0"
    "Africa/Monrovia\0"
    "Africa/Nairobi\0"
    "Africa/Ndjamena\0"
    "Africa/Niamey\0"
    "Africa/Nouakchott\0"
    "Africa/Ouagadougou\0"
    "Africa/Porto-Novo\0"
    "Africa/Sao_Tome\0"
    "Africa/Timbuktu\0"
    "Africa/Tripoli\0"
    "Africa/Tunis\0"
    "Africa/Windhoek\0"
    "America/Adak\0"
    "America/Anchorage\0"
    "America/Anguilla\0"
    "America/Antigua\0"
    "America/Araguaina\0"
    "America/Argentina/Buenos_Aires\0"
    "America/Argentina/Catamarca\0"
    "America/Argentina/ComodRivadavia\0"
    "America/Argentina/Cordoba\0"
    "America/Argentina/Jujuy\0"
    "America/Argentina/La_Rioja\0"
    "America/Argentina/Mendoza\0"
    "America/Argentina/Rio_Gallegos\0"
    "America/Argentina/Salta\0"
    "America/Argentina/San_Juan\0"
    "America/Argentina/San_Luis\0"
    "America/Argentina/Tucuman\0"
    "America/Argentina/Ushuaia\0"
    "America/Aruba\0"
    "America/Asuncion\0"
    "America/Atikokan\0"
    "America/Atka\0"
    "America/Bahia\0"
    "America/Bahia_Banderas\0"
    "America/Barbados\0"
    "America/Belem\0"
    "America/Belize\0"
    "America/Blanc-Sablon\0"
    "America/Boa_Vista\0"
    "America/Bogota\0"
    "America/Boise\0"
    "America/Buenos_Aires\0"
    "America/Cambridge_Bay\0"
    "America/Campo_Grande\0"
    "America/Cancun\0"
    "America/Caracas\0"
    "America/Catamarca\0"
    "America/Cayenne\0"
    "America/Cayman\0"
    "America/Chicago\0"
    "America/Chihuahua\0"
    "America/Ciudad_Juarez\0"
    "America/Coral_Harbour\0"
    "America/Cordoba\0"
    "America/Costa_Rica\0"
    "America/Coyhaique\0"
    "America/Creston\0"
    "America/Cuiaba\0"
    "America/Curacao\0"
    "America/Danmarkshavn\0"
    "America/Dawson\0"
    "America/Dawson_Creek\0"
    "America/Denver\0"
    "America/Detroit\0"
    "America/Dominica\0"
    "America/Edmonton\0"
    "America/Eirunepe\0"
    "America/El_Salvador\0"
    "America/Ensenada\0"
    "America/Fort_Nelson\0"
    "America/Fort_Wayne\0"
    "America/Fortaleza\0"
    "America/Glace_Bay\0"
    "America/Godthab\0"
    "America/Goose_Bay\0"
    "America/Grand_Turk\0"
    "America/Grenada\0"
    "America/Guadeloupe\0"
    "America/Guatemala\0"
    "America/Guayaquil\0"
    "America/Guyana\0"
    "America/Halifax\0"
    "America/Havana\0"
    "America/Hermosillo\0"
    "America/Indiana/Indianapolis\0"
    "America/Indiana/Knox\0"
    "America/Indiana/Marengo\0"
    "America/Indiana/Petersburg\0"
    "America/Indiana/Tell_City\0"
    "America/Indiana/Vevay\0"
    "America/Indiana/Vincennes\0"
    "America/Indiana/Winamac\0"
    "America/Indianapolis\0"
    "America/Inuvik\0"
    "America/Iqaluit\0"
    "America/Jamaica\0"
    "America/Jujuy\0"
    "America/Juneau\0"
    "America/Kentucky/Louisville\0"
    "America/Kentucky/Monticello\0"
    "America/Knox_IN\0"
    "America/Kralendijk\0"
    "America/La_Paz\0"
    "America/Lima\0"
    "America/Los_Angeles\0"
    "America/Louisville\0"
    "America/Lower_Princes\0"
    "America/Maceio\0"
    "America/Managua\0"
    "America/Manaus\0"
    "America/Marigot\0"
    "America/Martinique\0"
    "America/Matamoros\0"
    "America/Mazatlan\0"
    "America/Mendoza\0"
    "America/Menominee\0"
    "America/Merida\0"
    "America/Metlakatla\0"
    "America/Mexico_City\0"
    "America/Miquelon\0"
    "America/Moncton\0"
    "America/Monterrey\0"
    "America/Montevideo\0"
    "America/Montreal\0"
    "America/Montserrat\0"
    "America/Nassau\0"
    "America/New_York\0"
    "America/Nipigon\0"
    "America/Nome\0"
    "America/Noronha\0"
    "America/North_Dakota/Beulah\0"
    "America/North_Dakota/Center\0"
    "America/North_Dakota/New_Salem\0"
    "America/Nuuk\0"
    "America/Ojinaga\0"
    "America/Panama\0"
    "America/Pangnirtung\0"
    "America/Paramaribo\0"
    "America/Phoenix\0"
    "America/Port-au-Prince\0"
    "America/Port_of_Spain\0"
    "America/Porto_Acre\0"
    "America/Porto_Velho\0"
    "America/Puerto_Rico\0"
    "America/Punta_Arenas\0"
    "America/Rainy_River\0"
    "America/Rankin_Inlet\0"
    "America/Recife\0"
    "America/Regina\0"
    "America/Resolute\0"
    "America/Rio_Branco\0"
    "America/Rosario\0"
    "America/Santa_Isabel\0"
    "America/Santarem\0"
    "America/Santiago\0"
    "America/Santo_Domingo\0"
    "America/Sao_Paulo\0"
    "America/Scoresbysund\0"
    "America/Shiprock\0"
    "America/Sitka\0"
    "America/St_Barthelemy\0"
    "America/St_Johns\0"
    "America/St_Kitts\0"
    "America/St_Lucia\0"
    "America/St_Thomas\0"
    "America/St_Vincent\0"
    "America/Swift_Current\0"
    "America/Tegucigalpa\0"
    "America/Thule\0"
    "America/Thunder_Bay\0"
    "America/Tijuana\0"
    "America/Toronto\0"
    "America/Tortola\0"
    "America/Vancouver\0"
    "America/Virgin\0"
    "America/Whitehorse\0"
    "America/Winnipeg\0"
    "America/Yakutat\0"
    "America/Yellowknife\0"
    "Antarctica/Casey\0"
    "Antarctica/Davis\0"
    "Antarctica/DumontDUrville\0"
    "Antarctica/Macquarie\0"
    "Antarctica/Mawson\0"
    "Antarctica/McMurdo\0"
    "Antarctica/Palmer\0"
    "Antarctica/Rothera\0"
    "Antarctica/South_Pole\0"
    "Antarctica/Syowa\0"
    "Antarctica/Troll\0"
    "Antarctica/Vostok\0"
    "Arctic/Longyearbyen\0"
    "Asia/Aden\0"
    "Asia/Almaty\0"
    "Asia/Amman\0"
    "Asia/Anadyr\0"
    "Asia/Aqtau\0"
    "Asia/Aqtobe\0"
    "Asia/Ashgabat\0"
    "Asia/Ashkhabad\0"
    "Asia/Atyrau\0"
    "Asia/Baghdad\0"
    "Asia/Bahrain\0"
    "Asia/Baku\0"
    "Asia/Bangkok\0"
    "Asia/Barnaul\0"
    "Asia/Beirut\0"
    "Asia/Bishkek\0"
    "Asia/Brunei\0"
    "Asia/Calcutta\0"
    "Asia/Chita\0"
    "Asia/Choibalsan\0"
    "Asia/Chongqing\0"
    "Asia/Chungking\0"
    "Asia/Colombo\0"
    "Asia/Dacca\0"
    "Asia/Damascus\0"
    "Asia/Dhaka\0"
    "Asia/Dili\0"
    "Asia/Dubai\0"
    "Asia/Dushanbe\0"
    "Asia/Famagusta\0"
    "Asia/Gaza\0"
    "Asia/Harbin\0"
    "Asia/Hebron\0"
    "Asia/Ho_Chi_Minh\0"
    "Asia/Hong_Kong\0"
    "Asia/Hovd\0"
    "Asia/Irkutsk\0"
    "Asia/Istanbul\0"
    "Asia/Jakarta\0"
    "Asia/Jayapura\0"
    "Asia/Jerusalem\0"
    "Asia/Kabul\0"
    "Asia/Kamchatka\0"
    "Asia/Karachi\0"
    "Asia/Kashgar\0"
    "Asia/Kathmandu\0"
    "Asia/Katmandu\0"
    "Asia/Khandyga\0"
    "Asia/Kolkata\0"
    "Asia/Krasnoyarsk\0"
    "Asia/Kuala_Lumpur\0"
    "Asia/Kuching\0"
    "Asia/Kuwait\0"
    "Asia/Macao\0"
    "Asia/Macau\0"
    "Asia/Magadan\0"
    "Asia/Makassar\0"
    "Asia/Manila\0"
    "Asia/Muscat\0"
    "Asia/Nicosia\0"
    "Asia/Novokuznetsk\0"
    "Asia/Novosibirsk\0"
    "Asia/Omsk\0"
    "Asia/Oral\0"
    "Asia/Phnom_Penh\0"
    "Asia/Pontianak\0"
    "Asia/Pyongyang\0"
    "Asia/Qatar\0"
    "Asia/Qostanay\0"
    "Asia/Qyzylorda\0"
    "Asia/Rangoon\0"
    "Asia/Riyadh\0"
    "Asia/Saigon\0"
    "Asia/Sakhalin\0"
    "Asia/Samarkand\0"
    "Asia/Seoul\0"
    "Asia/Shanghai\0"
    "Asia/Singapore\0"
    "Asia/Srednekolymsk\0"
    "Asia/Taipei\0"
    "Asia/Tashkent\0"
    "Asia/Tbilisi\0"
    "Asia/Tehran\0"
    "Asia/Tel_Aviv\0"
    "Asia/Thimbu\0"
    "Asia/Thimphu\0"
    "Asia/Tokyo\0"
    "Asia/Tomsk\0"
    "Asia/Ujung_Pandang\0"
    "Asia/Ulaanbaatar\0"
    "Asia/Ulan_Bator\0"
    "Asia/Urumqi\0"
    "Asia/Ust-Nera\0"
    "Asia/Vientiane\0"
    "Asia/Vladivostok\0"
    "Asia/Yakutsk\0"
    "Asia/Yangon\0"
    "Asia/Yekaterinburg\0"
    "Asia/Yerevan\0"
    "Atlantic/Azores\0"
    "Atlantic/Bermuda\0"
    "Atlantic/Canary\0"
    "Atlantic/Cape_Verde\0"
    "Atlantic/Faeroe\0"
    "Atlantic/Faroe\0"
    "Atlantic/Jan_Mayen\0"
    "Atlantic/Madeira\0"
    "Atlantic/Reykjavik\0"
    "Atlantic/South_Georgia\0"
    "Atlantic/St_Helena\0"
    "Atlantic/Stanley\0"
    "Australia/ACT\0"
    "Australia/Adelaide\0"
    "Australia/Brisbane\0"
    "Australia/Broken_Hill\0"
    "Australia/Canberra\0"
    "Australia/Currie\0"
    "Australia/Darwin\0"
    "Australia/Eucla\0"
    "Australia/Hobart\0"
    "Australia/LHI\0"
    "Australia/Lindeman\0"
    "Australia/Lord_Howe\0"
    "Australia/Melbourne\0"
    "Australia/NSW\0"
    "Australia/North\0"
    "Australia/Perth\0"
    "Australia/Queensland\0"
    "Australia/South\0"
    "Australia/Sydney\0"
    "Australia/Tasmania\0"
    "Australia/Victoria\0"
    "Australia/West\0"
    "Australia/Yancowinna\0"
    "Brazil/Acre\0"
    "Brazil/DeNoronha\0"
    "Brazil/East\0"
    "Brazil/West\0"
    "CET\0"
    "CST6CDT\0"
    "Canada/Atlantic\0"
    "Canada/Central\0"
    "Canada/Eastern\0"
    "Canada/Mountain\0"
    "Canada/Newfoundland\0"
    "Canada/Pacific\0"
    "Canada/Saskatchewan\0"
    "Canada/Yukon\0"
    "Chile/Continental\0"
    "Chile/EasterIsland\0"
    "Cuba\0"
    "EET\0"
    "EST\0"
    "EST5EDT\0"
    "Egypt\0"
    "Eire\0"
    "Etc/GMT\0"
    "Etc/GMT+0\0"
    "Etc/GMT+1\0"
    "Etc/GMT+10\0"
    "Etc/GMT+11\0"
    "Etc/GMT+12\0"
    "Etc/GMT+2\0"
    "Etc/GMT+3\0"
    "Etc/GMT+4\0"
    "Etc/GMT+5\0"
    "Etc/GMT+6\0"
    "Etc/GMT+7\0"
    "Etc/GMT+8\0"
    "Etc/GMT+9\0"
    "Etc/GMT-0\0"
    "Etc/GMT-1\0"
    "Etc/GMT-10\0"
    "Etc/GMT-11\0"
    "Etc/GMT-12\0"
    "Etc/GMT-13\0"
    "Etc/GMT-14\0"
    "Etc/GMT-2\0"
    "Etc/GMT-3\0"
    "Etc/GMT-4\0"
    "Etc/GMT-5\0"
    "Etc/GMT-6\0"
    "Etc/GMT-7\0"
    "Etc/GMT-8\0"
    "Etc/GMT-9\0"
    "Etc/GMT0\0"
    "Etc/Greenwich\0"
    "Etc/UCT\0"
    "Etc/UTC\0"
    "Etc/Universal\0"
    "Etc/Zulu\0"
    "Europe/Amsterdam\0"
    "Europe/Andorra\0"
    "Europe/Astrakhan\0"
    "Europe/Athens\0"
    "Europe/Belfast\0"
    "Europe/Belgrade\0"
    "Europe/Berlin\0"
    "Europe/Bratislava\0"
    "Europe/Brussels\0"
    "Europe/Bucharest\0"
    "Europe/Budapest\0"
    "Europe/Busingen\0"
    "Europe/Chisinau\0"
    "Europe/Copenhagen\0"
    "Europe/Dublin\0"
    "Europe/Gibraltar\0"
    "Europe/Guernsey\0"
    "Europe/Helsinki\0"
    "Europe/Isle_of_Man\0"
    "Europe/Istanbul\0"
    "Europe/Jersey\0"
    "Europe/Kaliningrad\0"
    "Europe/Kiev\0"
    "Europe/Kirov\0"
    "Europe/Kyiv\0"
    "Europe/Lisbon\0"
    "Europe/Ljubljana\0"
    "Europe/London\0"
    "Europe/Luxembourg\0"
    "Europe/Madrid\0"
    "Europe/Malta\0"
    "Europe/Mariehamn\0"
    "Europe/Minsk\0"
    "Europe/Monaco\0"
    "Europe/Moscow\0"
    "Europe/Nicosia\0"
    "Europe/Oslo\0"
    "Europe/Paris\0"
    "Europe/Podgorica\0"
    "Europe/Prague\0"
    "Europe/Riga\0"
    "Europe/Rome\0"
    "Europe/Samara\0"
    "Europe/San_Marino\0"
    "Europe/Sarajevo\0"
    "Europe/Saratov\0"
    "Europe/Simferopol\0"
    "Europe/Skopje\0"
    "Europe/Sofia\0"
    "Europe/Stockholm\0"
    "Europe/Tallinn\0"
    "Europe/Tirane\0"
    "Europe/Tiraspol\0"
    "Europe/Ulyanovsk\0"
    "Europe/Uzhgorod\0"
    "Europe/Vaduz\0"
    "Europe/Vatican\0"
    "Europe/Vienna\0"
    "Europe/Vilnius\0"
    "Europe/Volgograd\0"
    "Europe/Warsaw\0"
    "Europe/Zagreb\0"
    "Europe/Zaporozhye\0"
    "Europe/Zurich\0"
    "Factory\0"
    "GB\0"
    "GB-Eire\0"
    "GMT\0"
    "GMT+0\0"
    "GMT-0\0"
    "GMT0\0"
    "Greenwich\0"
    "HST\0"
    "Hongkong\0"
    "Iceland\0"
    "Indian/Antananarivo\0"
    "Indian/Chagos\0"
    "Indian/Christmas\0"
    "Indian/Cocos\0"
    "Indian/Comoro\0"
    "Indian/Kerguelen\0"
    "Indian/Mahe\0"
    "Indian/Maldives\0"
    "Indian/Mauritius\0"
    "Indian/Mayotte\0"
    "Indian/Reunion\0"
    "Iran\0"
    "Israel\0"
    "Jamaica\0"
    "Japan\0"
    "Kwajalein\0"
    "Libya\0"
    "MET\0"
    "MST\0"
    "MST7MDT\0"
    "Mexico/BajaNorte\0"
    "Mexico/BajaSur\0"
    "Mexico/General\0"
    "NZ\0"
    "NZ-CHAT\0"
    "Navajo\0"
    "PRC\0"
    "PST8PDT\0"
    "Pacific/Apia\0"
    "Pacific/Auckland\0"
    "Pacific/Bougainville\0"
    "Pacific/Chatham\0"
    "Pacific/Chuuk\0"
    "Pacific/Easter\0"
    "Pacific/Efate\0"
    "Pacific/Enderbury\0"
    "Pacific/Fakaofo\0"
    "Pacific/Fiji\0"
    "Pacific/Funafuti\0"
    "Pacific/Galapagos\0"
    "Pacific/Gambier\0"
    "Pacific/Guadalcanal\0"
    "Pacific/Guam\0"
    "Pacific/Honolulu\0"
    "Pacific/Johnston\0"
    "Pacific/Kanton\0"
    "Pacific/Kiritimati\0"
    "Pacific/Kosrae\0"
    "Pacific/Kwajalein\0"
    "Pacific/Majuro\0"
    "Pacific/Marquesas\0"
    "Pacific/Midway\0"
    "Pacific/Nauru\0"
    "Pacific/Niue\0"
    "Pacific/Norfolk\0"
    "Pacific/Noumea\0"
    "Pacific/Pago_Pago\0"
    "Pacific/Palau\0"
    "Pacific/Pitcairn\0"
    "Pacific/Pohnpei\0"
    "Pacific/Ponape\0"
    "Pacific/Port_Moresby\0"
    "Pacific/Rarotonga\0"
    "Pacific/Saipan\0"
    "Pacific/Samoa\0"
    "Pacific/Tahiti\0"
    "Pacific/Tarawa\0"
    "Pacific/Tongatapu\0"
    "Pacific/Truk\0"
    "Pacific/Wake\0"
    "Pacific/Wallis\0"
    "Pacific/Yap\0"
    "Poland\0"
    "Portugal\0"
    "ROC\0"
    "ROK\0"
    "Singapore\0"
    "Turkey\0"
    "UCT\0"
    "US/Alaska\0"
    "US/Aleutian\0"
    "US/Arizona\0"
    "US/Central\0"
    "US/East-Indiana\0"
    "US/Eastern\0"
    "US/Hawaii\0"
    "US/Indiana-Starke\0"
    "US/Michigan\0"
    "US/Mountain\0"
    "US/Pacific\0"
    "US/Samoa\0"
    "UTC\0"
    "Universal\0"
    "W-SU\0"
    "WET\0"
    "Zulu";

// where every 16th name begins
constexpr std::uint16_t kLandmarks[] = {
  0, 242, 489, 737, 1055, 1398, 1681, 1962, 2243, 2595, 2869, 3162, 3473, 3760, 4043, 4320, 4524, 4729, 4954,
  5164, 5383, 5613, 5904, 6182, 6413, 6563, 6728, 6918, 7177, 7408, 7646, 7842, 8039, 8177, 8417, 8669, 8902,
  9065,
};

constexpr std::uint8_t kNameHistories[] = {
  0, 0, 1, 2, 1, 1, 0, 2, 0, 0, 3, 2, 3, 4, 5, 6, 0, 0, 1, 1, 2, 5, 0, 3, 3, 3, 7, 1, 8, 3, 2, 2, 2, 0, 2, 3,
  3, 2, 3, 3, 3, 1, 0, 1, 2, 2, 0, 0, 2, 9, 0, 3, 2, 10, 11, 12, 13, 13, 14, 14, 14, 14, 14, 14, 14, 14, 14,
  14, 14, 14, 14, 14, 13, 15, 16, 11, 14, 17, 13, 14, 18, 13, 13, 16, 19, 14, 19, 20, 21, 22, 14, 14, 16, 23,
  24, 25, 16, 14, 18, 26, 27, 20, 13, 0, 28, 27, 19, 29, 13, 30, 16, 18, 31, 32, 29, 14, 33, 34, 33, 35, 13,
  13, 18, 16, 13, 33, 36, 27, 29, 23, 29, 29, 23, 29, 29, 29, 29, 30, 29, 16, 14, 12, 29, 29, 23, 13, 13, 16,
  31, 29, 13, 14, 18, 13, 13, 13, 23, 37, 14, 23, 17, 38, 17, 39, 33, 17, 40, 29, 13, 29, 29, 29, 12, 41, 23,
  23, 23, 34, 42, 16, 29, 14, 27, 43, 13, 16, 13, 13, 44, 45, 23, 14, 18, 23, 16, 14, 31, 14, 46, 13, 47, 48,
  19, 12, 13, 49, 13, 13, 13, 13, 18, 18, 33, 29, 31, 29, 13, 50, 13, 28, 45, 12, 30, 51, 52, 53, 54, 55, 56,
  44, 14, 56, 1, 57, 58, 6, 1, 59, 60, 61, 55, 55, 55, 55, 55, 1, 1, 62, 52, 63, 64, 65, 66, 67, 68, 69, 66,
  66, 67, 65, 70, 65, 71, 72, 55, 73, 74, 66, 74, 52, 66, 75, 66, 76, 52, 71, 77, 78, 61, 55, 65, 79, 79, 71,
  67, 52, 66, 66, 1, 66, 66, 80, 66, 66, 72, 81, 52, 82, 65, 55, 52, 52, 83, 1, 59, 84, 85, 1, 52, 86, 55, 71,
  66, 66, 87, 66, 55, 72, 88, 77, 65, 65, 71, 89, 66, 69, 69, 65, 53, 52, 53, 71, 85, 55, 72, 90, 33, 91, 92,
  91, 91, 6, 91, 0, 41, 0, 14, 54, 93, 53, 93, 54, 54, 94, 95, 54, 96, 53, 96, 54, 54, 94, 66, 53, 93, 54, 54,
  54, 66, 93, 16, 41, 47, 13, 6, 23, 33, 45, 29, 30, 49, 50, 18, 28, 46, 97, 36, 81, 16, 29, 4, 98, 0, 0, 92,
  99, 100, 101, 41, 14, 13, 16, 18, 27, 102, 103, 0, 2, 53, 87, 61, 104, 105, 3, 1, 72, 55, 65, 52, 66, 71, 0,
  0, 0, 0, 0, 0, 6, 6, 106, 81, 91, 6, 6, 6, 6, 81, 6, 6, 107, 6, 98, 6, 91, 81, 91, 76, 91, 3, 81, 1, 81, 91,
  6, 91, 6, 6, 6, 81, 1, 6, 1, 81, 6, 6, 6, 6, 81, 6, 72, 6, 6, 108, 1, 6, 81, 6, 81, 6, 107, 106, 81, 6, 6,
  6, 81, 109, 6, 6, 81, 6, 0, 91, 91, 0, 0, 0, 0, 0, 99, 66, 0, 1, 65, 52, 85, 1, 55, 72, 55, 72, 1, 72, 88,
  77, 16, 71, 61, 3, 6, 27, 19, 31, 37, 17, 56, 110, 19, 66, 31, 111, 56, 87, 110, 53, 97, 87, 104, 104, 112,
  61, 18, 103, 87, 53, 99, 99, 104, 105, 87, 61, 61, 113, 100, 61, 100, 114, 87, 100, 71, 102, 87, 87, 53, 99,
  53, 100, 99, 61, 115, 53, 61, 61, 53, 6, 91, 66, 71, 66, 76, 0, 12, 11, 27, 23, 29, 29, 99, 23, 29, 19, 31,
  100, 0, 0, 1, 91, 0,
};

// initial offset, first change, how many, rule
constexpr ZoneHistory kHistories[] = {
  {0, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 0, 2}, {0, 0, 0, 3}, {120, 643, 1, 4}, {0, 203, 32, 0}, {0, 0, 0, 5},
  {180, 644, 1, 3}, {180, 645, 1, 3}, {0, 629, 2, 0}, {120, 605, 6, 3}, {0, 0, 0, 6}, {0, 0, 0, 7},
  {0, 0, 0, 8}, {0, 0, 0, 9}, {-180, 328, 20, 9}, {0, 0, 0, 10}, {-360, 403, 16, 11}, {0, 0, 0, 11},
  {0, 0, 0, 12}, {-180, 580, 9, 8}, {-360, 646, 1, 10}, {-270, 647, 1, 8}, {0, 0, 0, 13}, {-420, 435, 15, 11},
  {-420, 419, 16, 12}, {-180, 367, 18, 9}, {0, 0, 0, 14}, {-480, 305, 11, 14}, {0, 0, 0, 15},
  {-420, 259, 23, 11}, {0, 0, 0, 16}, {-480, 305, 1, 14}, {0, 0, 0, 17}, {-180, 385, 18, 18},
  {-300, 631, 2, 15}, {-300, 235, 24, 19}, {-420, 435, 16, 14}, {-480, 598, 7, 7}, {0, 0, 0, 20},
  {-120, 648, 1, 9}, {0, 0, 0, 21}, {-420, 451, 16, 13}, {-300, 623, 3, 15}, {-180, 367, 2, 9},
  {-360, 282, 23, 10}, {-180, 367, 14, 22}, {-120, 589, 9, 9}, {-60, 348, 19, 18}, {0, 0, 0, 23},
  {-480, 305, 23, 14}, {480, 568, 12, 24}, {0, 0, 0, 25}, {0, 0, 0, 26}, {0, 0, 0, 27}, {0, 0, 0, 28},
  {0, 0, 0, 29}, {0, 0, 0, 30}, {420, 649, 1, 28}, {360, 650, 1, 28}, {120, 483, 15, 1}, {0, 0, 0, 31},
  {240, 633, 2, 32}, {360, 651, 1, 25}, {0, 0, 0, 33}, {0, 0, 0, 34}, {0, 0, 0, 24}, {0, 0, 0, 35},
  {480, 652, 1, 36}, {480, 611, 4, 24}, {120, 498, 15, 1}, {0, 0, 0, 36}, {0, 0, 0, 32}, {120, 615, 4, 37},
  {120, 0, 203, 38}, {420, 619, 4, 25}, {120, 626, 3, 1}, {0, 0, 0, 39}, {0, 0, 0, 40}, {0, 0, 0, 41},
  {600, 653, 1, 42}, {0, 0, 0, 37}, {360, 654, 1, 25}, {540, 635, 2, 36}, {360, 655, 1, 28}, {0, 0, 0, 43},
  {600, 656, 1, 42}, {0, 0, 0, 42}, {210, 467, 16, 44}, {360, 657, 1, 25}, {0, 0, 0, 45}, {0, 0, 0, 46},
  {0, 0, 0, 47}, {0, 0, 0, 48}, {0, 0, 0, 49}, {0, 0, 0, 50}, {0, 0, 0, 51}, {-300, 528, 14, 52},
  {0, 0, 0, 53}, {0, 0, 0, 54}, {0, 0, 0, 55}, {0, 0, 0, 56}, {0, 0, 0, 57}, {0, 0, 0, 58}, {0, 0, 0, 59},
  {0, 0, 0, 60}, {180, 658, 1, 32}, {120, 513, 15, 37}, {180, 659, 1, 32}, {180, 637, 2, 1}, {0, 0, 0, 61},
  {840, 542, 13, 59}, {780, 555, 13, 31}, {0, 0, 0, 62}, {690, 639, 2, 63}, {780, 641, 2, 59},
};

// minutes since the change before; the first of a run, since 2015-01-01T00:00Z
constexpr std::uint32_t kChangeGaps[] = {
  123720, 300960, 223260, 312420, 211740, 312420, 211740, 312420, 220320, 303780, 221820, 302400, 221760,
  311040, 214560, 311100, 262140, 262020, 252060, 272100, 241980, 282180, 221820, 302340, 221820, 312420,
  211740, 312420, 211740, 312420, 221820, 302340, 221820, 302340, 221820, 312420, 211740, 312420, 211740,
  312420, 211740, 312420, 221820, 292260, 231900, 282180, 241980, 262020, 262140, 251940, 272220, 231780,
  70620, 10020, 221820, 211620, 60540, 30180, 221820, 201540, 60540, 40260, 221820, 181380, 70620, 50340,
  221820, 171300, 60540, 80580, 211740, 161220, 60540, 90660, 211740, 141060, 70620, 100740, 221820, 120900,
  60540, 120900, 221820, 100740, 70620, 130980, 221820, 90660, 60540, 161220, 211740, 80580, 60540, 171300,
  211740, 60420, 70620, 181380, 221820, 40260, 60540, 201540, 221820, 20100, 70620, 211620, 221820, 10020,
  70620, 221700, 282300, 251940, 262140, 262020, 241980, 282180, 231900, 292260, 221820, 302340, 221820,
  312420, 211740, 312420, 211740, 312420, 211740, 312420, 221820, 302340, 221820, 302340, 221820, 312420,
  211740, 312420, 211740, 302340, 231900, 282180, 241980, 272100, 252060, 251940, 272220, 241860, 60540,
  10020, 211740, 231780, 60540, 20100, 211740, 211620, 70620, 30180, 221820, 191460, 60540, 50340, 221820,
  171300, 70620, 60420, 221820, 161220, 70620, 80580, 211740, 151140, 60540, 100740, 211740, 130980, 70620,
  110820, 221820, 110820, 60540, 130980, 221820, 100740, 60540, 141060, 221820, 80580, 70620, 151140, 221820,
  70500, 60540, 181380, 211740, 50340, 70620, 191460, 211740, 40260, 70620, 201540, 221820, 20100, 60540,
  125400, 110880, 50400, 141120, 221760, 100800, 50400, 161280, 211680, 80640, 60480, 171360, 211680, 70560,
  50400, 463680, 50400, 453600, 60480, 453600, 50400, 453600, 60480, 453600, 50400, 463680, 50400, 453600,
  60480, 453600, 50400, 262020, 95340, 342720, 191520, 342720, 181440, 342720, 181440, 342720, 181440, 342720,
  181440, 342720, 191520, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 181440, 342720, 181440,
  876960, 95580, 342660, 191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660,
  191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 95520, 342660,
  191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
  342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 95640, 342660, 191580, 342660, 181500,
  342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
  181500, 342660, 181500, 342660, 181500, 115380, 282300, 251940, 272220, 251940, 272220, 251940, 282300,
  241860, 282300, 241860, 282300, 251940, 272220, 251940, 272220, 251940, 272220, 251940, 282300, 125340,
  302400, 221760, 312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480,
  211680, 312480, 211680, 312480, 524160, 720180, 131100, 393060, 131100, 393060, 131100, 342660, 221820,
  302340, 221820, 302340, 221820, 302340, 231900, 292260, 221820, 312420, 221820, 125340, 302400, 221760,
  312480, 211680, 312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211680, 312480,
  211680, 534240, 135840, 292260, 231900, 302340, 221820, 302340, 221820, 302340, 231900, 292260, 231900,
  292260, 231900, 302340, 221820, 302340, 95580, 342660, 191580, 342660, 181500, 342660, 181500, 342660,
  181500, 342660, 181500, 342660, 191580, 342660, 181500, 377100, 135900, 292260, 231900, 302340, 221820,
  302340, 221820, 302340, 231900, 292260, 231900, 292260, 231900, 302340, 221820, 302340, 95580, 342660,
  191580, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 181500, 342660, 191580, 342660, 181500,
  524100, 114990, 264900, 260700, 264900, 262140, 264900, 260700, 264900, 260700, 264900, 260700, 264900,
  262140, 264900, 260700, 264900, 122280, 312480, 221760, 302400, 221760, 302400, 221760, 302400, 221760,
  302400, 221760, 312480, 211680, 312480, 171360, 122280, 312420, 211740, 312420, 221820, 302340, 221820,
  302340, 221820, 302340, 221820, 312420, 211740, 312420, 211740, 125280, 302400, 221760, 312480, 211680,
  312480, 211680, 312480, 221760, 302400, 221760, 302400, 221760, 312480, 211740, 720180, 131100, 393060,
  131100, 393060, 131100, 342660, 221820, 302340, 221820, 302340, 221820, 302340, 231900, 134760, 252000,
  272160, 252000, 272160, 252000, 272160, 262080, 272160, 252000, 272160, 252000, 272160, 23880, 413280,
  110880, 423360, 100800, 423360, 100800, 423360, 100800, 433440, 90720, 493920, 40320, 949920, 727260,
  302580, 231600, 289620, 224460, 302401, 231659, 292501, 231659, 292501, 227519, 75060, 342780, 181380,
  342780, 181380, 342780, 181380, 373020, 151140, 75000, 342780, 181380, 342780, 181380, 342780, 181380,
  373020, 151140, 438360, 191580, 342660, 181500, 342660, 181500, 453540, 135360, 221820, 302340, 221820,
  302340, 221820, 123480, 261900, 262260, 261900, 125340, 302400, 221760, 836640, 123540, 261900, 262260,
  261900, 95460, 342660, 715740, 125340, 322560, 201600, 1578300, 525600, 95460, 1925220, 125280, 302400,
  324900, 1431360, 2010180, 1138980, 396870, 2106750, 971340, 100800, 4376040, 3200940, 1490220, 45120,
  700260, 95280, 4712820, 4819320, 649200, 649080, 689280, 820560, 2087640, 648960, 739920, 649380, 1012260,
};

constexpr std::int16_t kChangeOffsets[] = {
  180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120,
  180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120,
  180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120,
  180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120,
  180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60,
  0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, -240, -300, -240, -300, -240, -300,
  -240, -300, -240, -300, -240, -300, -240, -300, -240, -300, -240, -300, -240, -300, -240, -300, -240, -300,
  -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420,
  -360, -420, -360, -420, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300,
  -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -420, -480, -420, -480, -420, -480, -420, -480,
  -420, -480, -420, -480, -420, -480, -420, -480, -420, -480, -420, -480, -420, -480, -420, -240, -180, -240,
  -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, 0,
  -60, 0, -60, 0, -60, 0, -60, 0, -60, 0, -60, 0, -60, 0, -60, 0, -60, -120, -240, -180, -240, -180, -240,
  -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, -240, -180, -120, -180, -120, -180, -120,
  -180, -120, -180, -120, -180, -120, -180, -120, -180, -120, -180, -120, -60, -300, -360, -300, -360, -300,
  -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -360, -360, -420, -360, -420, -360, -420, -360,
  -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360,
  -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360, -420, -360,
  -420, -360, -420, -360, -300, 270, 210, 270, 210, 270, 210, 270, 210, 270, 210, 270, 210, 270, 210, 270,
  210, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 180, 120, 180, 120, 180,
  120, 180, 120, 180, 120, 180, 120, 180, 120, 180, 180, 120, 180, 120, 180, 120, 180, 120, 180, 120, 180,
  120, 180, 120, 180, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, -360, -300, 780,
  840, 780, 840, 780, 840, 780, 840, 780, 840, 780, 840, 780, 720, 780, 720, 780, 720, 780, 720, 780, 720,
  780, 720, 780, 720, 660, 480, 660, 480, 660, 480, 660, 480, 660, 480, 660, 480, -240, -180, -240, -180,
  -240, -180, -240, -180, -240, -180, -120, -180, -120, -180, -120, -180, -120, -180, -540, -480, -540, -480,
  -540, -480, -540, 60, 120, 60, 120, 60, 120, 540, 480, 540, 480, 180, 120, 180, 120, 480, 420, 480, 420,
  -240, -300, -240, 180, 120, 180, 60, 0, -240, -300, 300, 240, 510, 540, 240, 180, 660, 720, 840, 780, 180,
  120, 120, -300, -240, -180, 300, 300, 420, 540, 660, 420, 300, 660, 420, 240, 240,
};

// standard offset, daylight offset, start day, end day, start time, end time
constexpr ZoneRule kRules[] = {
  {0, 0, 0, 0, 0, 0}, {180, 180, 0, 0, 0, 0}, {60, 60, 0, 0, 0, 0}, {120, 120, 0, 0, 0, 0},
  {120, 180, 1109, 2644, 0, 1440}, {60, 120, 848, 2640, 120, 180}, {-600, -540, 800, 2832, 120, 120},
  {-540, -480, 800, 2832, 120, 120}, {-240, -240, 0, 0, 0, 0}, {-180, -180, 0, 0, 0, 0},
  {-300, -300, 0, 0, 0, 0}, {-360, -360, 0, 0, 0, 0}, {-420, -360, 800, 2832, 120, 120},
  {-360, -300, 800, 2832, 120, 120}, {-420, -420, 0, 0, 0, 0}, {-300, -240, 800, 2832, 120, 120},
  {-480, -420, 800, 2832, 120, 120}, {-240, -180, 800, 2832, 120, 120}, {-120, -60, 848, 2640, -60, 0},
  {-300, -240, 800, 2832, 0, 60}, {-180, -120, 800, 2832, 120, 120}, {-120, -120, 0, 0, 0, 0},
  {-240, -180, 2326, 1046, 1440, 1440}, {-210, -150, 800, 2832, 120, 120}, {480, 480, 0, 0, 0, 0},
  {420, 420, 0, 0, 0, 0}, {600, 600, 0, 0, 0, 0}, {600, 660, 2576, 1040, 120, 180}, {300, 300, 0, 0, 0, 0},
  {720, 780, 2384, 1040, 120, 180}, {0, 120, 848, 2640, 60, 180}, {720, 720, 0, 0, 0, 0},
  {240, 240, 0, 0, 0, 0}, {120, 180, 848, 2640, 0, 0}, {360, 360, 0, 0, 0, 0}, {330, 330, 0, 0, 0, 0},
  {540, 540, 0, 0, 0, 0}, {120, 180, 848, 2640, 180, 240}, {120, 180, 836, 2628, 3000, 3000},
  {120, 180, 836, 2640, 1560, 120}, {270, 270, 0, 0, 0, 0}, {345, 345, 0, 0, 0, 0}, {660, 660, 0, 0, 0, 0},
  {390, 390, 0, 0, 0, 0}, {210, 210, 0, 0, 0, 0}, {-60, 0, 848, 2640, 0, 60}, {0, 60, 848, 2640, 60, 120},
  {-60, -60, 0, 0, 0, 0}, {570, 630, 2576, 1040, 120, 180}, {570, 570, 0, 0, 0, 0}, {525, 525, 0, 0, 0, 0},
  {630, 660, 2576, 1040, 120, 120}, {-360, -300, 2326, 1046, 1320, 1320}, {60, 0, 2640, 848, 120, 60},
  {-600, -600, 0, 0, 0, 0}, {-660, -660, 0, 0, 0, 0}, {-720, -720, 0, 0, 0, 0}, {-480, -480, 0, 0, 0, 0},
  {-540, -540, 0, 0, 0, 0}, {780, 780, 0, 0, 0, 0}, {840, 840, 0, 0, 0, 0}, {765, 825, 2384, 1040, 165, 225},
  {-570, -570, 0, 0, 0, 0}, {660, 720, 2576, 1040, 120, 180},
};

}  // namespace

constinit const ZoneTable kBuiltInZones = {
    "2026f",
    std::string_view(kNames, sizeof(kNames)),
    kLandmarks,
    kNameHistories,
    kHistories,
    kChangeGaps,
    kChangeOffsets,
    kRules,
};

}  // namespace supportcalc
