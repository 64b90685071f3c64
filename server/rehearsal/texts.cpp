#include "rehearsal/texts.h"

namespace kiemkring::rehearsal {
namespace {

constexpr Idea dutch[] = {
    {"Een lange picknicktafel onder de oude eik bij poort 3", 0},
    {"Zitblokken van gerooide stammen langs de Industrieweg", 0},
    {"Een bankje met rugleuning halverwege de bushalte", 0},
    {"Opklapbare tafels aan de gevel van de kantine", 0},
    {"Hangmatten tussen de berken achter de loods", 0},
    {"Een ronde bank om elke boom op het plein", 0},
    {"Buitenwerkplek met stopcontact en windscherm", 0},
    {"Een trap van gras om op te lunchen in de zon", 0},
    {"Schommelbank met uitzicht op de vaart", 0},
    {"Stoelen die je zelf naar de schaduw kunt slepen", 0},
    {"Een afdak met mos erop voor regenachtige pauzes", 0},
    {"Stiltehoek met een haag eromheen, zonder telefoons", 0},
    {"Dertig linden langs de kale parkeerstrook", 1},
    {"Een klein bos van streekeigen bomen op de lege kavel", 1},
    {"Notenbomen waar iedereen mag rapen", 1},
    {"Klimplanten op de blinde muur van de drukkerij", 1},
    {"Schaduwdoek van hop boven het terras", 1},
    {"Elke nieuwe medewerker plant een boom met naamplaatje", 1},
    {"Leilindes voor de ramen op het zuiden", 1},
    {"Bomen in plaats van vlaggenmasten bij de ingang", 1},
    {"Een wilgentunnel naar de fietsenstalling", 1},
    {"Laat de dode populier staan voor de spechten", 1},
    {"Een boomspiegel vol bolgewassen voor elk bedrijf", 1},
    {"Bomen die vroeg bloeien langs de looproute", 1},
    {"Een wadi waar nu de grindstrook ligt", 2},
    {"Regenpijpen afkoppelen en laten uitkomen in een beekje", 2},
    {"Stapstenen door de sloot bij de carwash", 2},
    {"Regentonnen bij alle loodsen, samen ingekocht", 2},
    {"Een vijver die in droge zomers mag droogvallen", 2},
    {"Waterplein dat volloopt na een hoosbui", 2},
    {"Natuurlijke oever in plaats van damwand", 2},
    {"Een handpomp om de moestuin mee te begieten", 2},
    {"Tegels met brede voegen zodat water wegzakt", 2},
    {"Een drinkfontein voor fietsers en honden", 2},
    {"Poelen voor padden aan de noordkant", 2},
    {"Een peilstok waarop je de regen van het jaar ziet", 2},
    {"Nestkasten voor gierzwaluwen onder de dakrand", 3},
    {"Een egelsnelweg door alle hekken heen", 3},
    {"Bijenhotel gebouwd door de metaalbewerker van nummer 12", 3},
    {"Vleermuiskasten aan de brug", 3},
    {"Schapen die het talud begrazen", 3},
    {"Een takkenril van alles wat we snoeien", 3},
    {"Vogelvoeder op de plek waar we koffie drinken", 3},
    {"Een bijenkast met honing voor de kerstpakketten", 3},
    {"Licht uit na tien uur, voor nachtvlinders", 3},
    {"Zand voor wilde bijen op het zuidelijke dijkje", 3},
    {"Een kijkscherm bij de ijsvogelwand", 3},
    {"Mussenhaag van meidoorn en liguster", 3},
    {"Lunchrondje van twintig minuten met houten paaltjes", 4},
    {"Een vlonderpad dwars door het riet", 4},
    {"Fietspad met een rand van bloemen in plaats van verf", 4},
    {"Verlicht voetpad naar het station, zacht en laag", 4},
    {"Blotevoetenpad van schors, klei en kiezel", 4},
    {"Een hardlooprondje van precies vijf kilometer", 4},
    {"Wandelend vergaderen met bordjes met vragen", 4},
    {"Een doorsteek door de heg naar het dorp", 4},
    {"Leenfietsen onder een dak van vetplanten", 4},
    {"Oversteekplaats waar vrachtwagens echt stoppen", 4},
    {"Een trimtoestel bij elke bocht van de ronde", 4},
    {"Kaart van alle paadjes op de bushokjes", 4},
    {"Een moestuin voor de kantine van alle bedrijven samen", 5},
    {"Kruidenbakken naast de achterdeur van de keuken", 5},
    {"Fruitbomen langs de hele Ambachtsstraat", 5},
    {"Bessenstruiken op kniehoogte langs het hek", 5},
    {"Een kas van oude kozijnen uit de sloop", 5},
    {"Paddenstoelen kweken op koffiedik in de kelder", 5},
    {"Ruilkast voor zaden en stekjes", 5},
    {"Een keer per maand soep van eigen grond", 5},
    {"Druiven tegen de warme muur van de bakkerij", 5},
    {"Compostvat met een rooster wie het omschept", 5},
    {"Pluktuin met thee: munt, citroenmelisse en venkel", 5},
    {"Aardappelen planten op het braakliggende stuk", 5},
    {"Elke tiende parkeerplaats wordt een tuintje", 6},
    {"Grasbetontegels waar alleen op maandag auto's staan", 6},
    {"Laadpalen met een plantenbak als voet", 6},
    {"Het oude laadperron wordt een daktuin", 6},
    {"Vrachtwagens achterlangs, groen voorlangs", 6},
    {"Een geveltuin van twee tegels breed bij elk pand", 6},
    {"Tegelwippen met alle bedrijven op een vrijdag", 6},
    {"Parkeerdek overkappen met zonnepanelen en klimop", 6},
    {"Een mobiele tuin in een container die rondreist", 6},
    {"Auto's delen, zodat de achterste rij bos kan worden", 6},
    {"Stoepkrijtplein op de lege plekken in het weekend", 6},
    {"Rotonde vol siergras in plaats van klinkers", 6},
    {"Sedum op alle platte daken tegelijk, dat scheelt geld", 7},
    {"Een daktuin waar je mag lunchen op nummer 40", 7},
    {"Groene gevel op het transformatorhuis", 7},
    {"Zonnepanelen met wilde bloemen eronder", 7},
    {"Plantenbakken aan de balustrade van het trappenhuis", 7},
    {"Een verticale tuin als naambord van het park", 7},
    {"Mosmuur die fijnstof vangt langs de snelweg", 7},
    {"Nestrand onder elk nieuw dak in de bouwregels", 7},
    {"Hopranken langs de brandtrap", 7},
    {"Geluidswal begroeid met wilg", 7},
    {"Schuine daken met gras voor de schaapskudde", 7},
    {"Een jaarlijkse prijs voor de mooiste gevel", 7},
    {"Eerste vrijdag van de maand samen schoffelen", 8},
    {"Een tuinman voor het hele park in plaats van twaalf hoveniers", 8},
    {"De school van om de hoek adopteert een veldje", 8},
    {"Buurtbarbecue tussen de loodsen in juni", 8},
    {"Klusdag met koffie van de burgemeester", 8},
    {"Een groene pot waar elk bedrijf aan meebetaalt", 8},
    {"Gereedschapskist met een cijferslot dat iedereen kent", 8},
    {"Mensen uit de sociale werkplaats onderhouden de borders", 8},
    {"Prikbord voor wie planten over heeft", 8},
    {"Een wedstrijd zonnebloemen per afdeling", 8},
    {"Rondleiding voor omwonenden langs alle groene plekken", 8},
    {"Stagiairs van de groenopleiding tekenen het plan", 8},
    {"Een zee van krokussen in de middenberm", 9},
    {"Bermen pas maaien als de bloemen uitgebloeid zijn", 9},
    {"Wilde akker met klaprozen op de bouwkavel", 9},
    {"Plantenborder die ook in januari mooi is", 9},
    {"Narcissen langs de oprit, duizend bollen", 9},
    {"Bloemenveld waar je zelf een boeket mag plukken", 9},
    {"Lavendel rond de rookplek", 9},
    {"Dahlia's in de kleuren van het park", 9},
    {"Zaaibommen uitdelen bij de poort", 9},
    {"Een border zonder gif en zonder bladblazer", 9},
    {"Vaste planten bij de slagboom tegen de saaiheid", 9},
    {"Hoge grassen die bewegen langs de weegbrug", 9},
};

constexpr Idea english[] = {
    {"A long picnic table under the old oak by gate 3", 0},
    {"Seats cut from felled trunks along the main road", 0},
    {"A bench with a back, halfway to the bus stop", 0},
    {"Hammocks between the birches behind the warehouse", 0},
    {"A round bench around every tree on the square", 0},
    {"An outdoor desk with a socket and a wind screen", 0},
    {"Grass steps to have lunch on in the sun", 0},
    {"Chairs that you can drag into the shade yourself", 0},
    {"Thirty lime trees along the bare parking strip", 1},
    {"A small wood of native trees on the empty plot", 1},
    {"Nut trees where everybody may gather", 1},
    {"Climbers on the blind wall of the printing house", 1},
    {"A roof of hops above the terrace", 1},
    {"Every new colleague plants a tree with a name tag", 1},
    {"Trees instead of flagpoles at the entrance", 1},
    {"Leave the dead poplar standing for the woodpeckers", 1},
    {"A rain garden where the gravel strip is now", 2},
    {"Let the roof water run into a little stream", 2},
    {"A pond with a shallow bank for frogs", 2},
    {"Rain barrels at every loading dock", 2},
    {"Open tiles in the car park so that water sinks in", 2},
    {"A ditch with reeds instead of a fence", 2},
    {"A pump for children on the family day", 2},
    {"Stepping stones through the wet corner", 2},
    {"A strip of wild flowers along the cycle path", 3},
    {"Sow the roundabout with meadow flowers", 3},
    {"Mow once a year, and late", 3},
    {"Bee hotels on the south wall", 3},
    {"A butterfly corner with buddleia and thyme", 3},
    {"Bulbs in the verge, planted by all of us", 3},
    {"No more poison between the tiles", 3},
    {"Let the ivy bloom on the fence for late bees", 3},
    {"Nest boxes for swifts under the eaves", 4},
    {"A hedge of hawthorn for the sparrows", 4},
    {"A bat box on the transformer house", 4},
    {"A hedgehog gate in every fence", 4},
    {"A pile of branches for wrens behind the hall", 4},
    {"A nest box with a camera on the canteen screen", 4},
    {"Lamps off after ten so that bats can hunt", 4},
    {"A tunnel for toads under the access road", 4},
    {"Herb boxes beside the canteen door", 5},
    {"A vegetable garden that the cook harvests from", 5},
    {"Apple trees on a trellis along the wall", 5},
    {"A shed with shared garden tools", 5},
    {"Strawberries in old pallets", 5},
    {"One lunch a month from our own garden", 5},
    {"Grapes over the smoking shelter", 5},
    {"A seed swap cabinet at the reception", 5},
    {"A walk around of half an hour, with signs", 6},
    {"A path of wood chips through the trees", 6},
    {"A short cut for walkers to the station", 6},
    {"Walk and talk: a route for meetings", 6},
    {"A green line on the ground that leads to the water", 6},
    {"Lower kerbs so that wheelchairs can come along", 6},
    {"Cycle racks under a living roof", 6},
    {"A gate in the fence between the two neighbours", 6},
    {"Sedum on the flat roof of hall 2", 7},
    {"A green wall on the car park", 7},
    {"Solar panels with flowers underneath", 7},
    {"Roof terrace with grasses in tubs", 7},
    {"Moss on the bus shelter", 7},
    {"Plants on the balconies of the office tower", 7},
    {"A living wall at the reception", 7},
    {"Let rain from the roof water the facade", 7},
    {"A place for sport with tree trunks", 8},
    {"Table tennis of stone under the plane trees", 8},
    {"Boules on the gravel, after work", 8},
    {"A quiet corner with a hedge around it", 8},
    {"An outdoor class for the technical school", 8},
    {"A swing with a view of the canal", 8},
    {"Yoga on the lawn on Wednesday", 8},
    {"A campfire spot for the winter", 8},
    {"One green day a year with all companies", 9},
    {"A rota: each company waters for a week", 9},
    {"A sign that says what grows here and why", 9},
    {"Adopt a tree with your department", 9},
    {"A newsletter with what is in bloom", 9},
    {"Invite the school to count bees with us", 9},
    {"A fund that every company pays a little into", 9},
    {"A gardener that we hire together", 9},
};

constexpr std::string_view names[] = {
    "Noor", "Jan", "Fatima", "Sem", "Marieke", "Piotr", "Aisha", "Kees", "Lotte", "Youssef", "Ingrid", "Bram",
    "Oksana", "Thijs", "Mila", "Hassan", "Els", "Daan", "Ioana", "Wim", "Sanne", "Mehmet", "Julia", "Pieter",
    "Amina", "Rob", "Femke", "Luuk", "Zofia", "Henk"};

constexpr std::string_view organisations[] = {
    "Bakkerij De Korst", "Drukkerij Vlek", "Transport Van Dam", "Metaal Oost", "Kinderopvang Kiek", "Garage Smit",
    "Parkbeheer", "Hovenier Groen", "", "", "", ""};

constexpr std::string_view dutch_notes[] = {"Ik vraag het aan mijn baas", "Op dinsdag kan ik altijd", "Ik heb een busje",
                                            "We hebben nog planken over", "", "", "", ""};
constexpr std::string_view english_notes[] = {"I will ask my boss", "Tuesdays are fine", "I have a van",
                                              "We have planks to spare", "", "", "", ""};
constexpr std::string_view dutch_reasons[] = {"Dan kom je nog eens iemand tegen.", "In juli is het daar veel te heet.",
                                              "Kost bijna niets en iedereen heeft er plezier van.",
                                              "Mijn buurman heeft dat ook en het werkt.", "We kunnen het zelf doen op een vrijdag.",
                                              "Dan horen we de weg minder.", "", "", "", "", "", "", "", "", ""};
constexpr std::string_view english_reasons[] = {"You would meet somebody there.", "It is far too hot there in July.",
                                                "Costs next to nothing and pleases everybody.",
                                               "My neighbour has one and it works.", "We can do it ourselves on a Friday.",
                                               "We would hear less of the road.", "", "", "", "", "", "", "", "", ""};

constexpr std::string_view dutch_places[] = {"Bij de ingang", "Langs de vaart", "Achter de loods", "Op de lege kavel", "Voor de kantine"};
constexpr std::string_view english_places[] = {"At the entrance", "Along the canal", "Behind the warehouse", "On the empty plot",
                                               "In front of the canteen"};
constexpr std::string_view dutch_guests[] = {"Voor iedereen die hier werkt", "Voor wie pauze heeft", "Voor de buurt en de school",
                                             "Voor vogels en vlinders"};
constexpr std::string_view english_guests[] = {"For everybody who works here", "For whoever has a break",
                                               "For the neighbours and the school", "For birds and butterflies"};
constexpr std::string_view dutch_worries[] = {"Wie geeft het water in augustus?", "Daar liggen kabels.", "De vrachtwagens moeten er nog langs.",
                                              "Is dit wel onze grond?", "Wie ruimt het afval op?"};
constexpr std::string_view english_worries[] = {"Who waters it in August?", "There are cables there.", "The lorries still have to pass.",
                                                "Is this our ground at all?", "Who clears the litter?"};

bool is_english(std::string_view language) { return language == "en"; }

}  // namespace

std::span<const Idea> ideas(std::string_view language) {
    return is_english(language) ? std::span<const Idea>{english} : std::span<const Idea>{dutch};
}
std::span<const std::string_view> first_names() { return names; }
std::span<const std::string_view> employers() { return organisations; }
std::span<const std::string_view> notes(std::string_view language) {
    return is_english(language) ? english_notes : dutch_notes;
}
std::span<const std::string_view> places(std::string_view language) {
    return is_english(language) ? english_places : dutch_places;
}
std::span<const std::string_view> guests(std::string_view language) {
    return is_english(language) ? english_guests : dutch_guests;
}
std::span<const std::string_view> worries(std::string_view language) {
    return is_english(language) ? english_worries : dutch_worries;
}
std::span<const std::string_view> reasons(std::string_view language) {
    return is_english(language) ? english_reasons : dutch_reasons;
}

}  // namespace kiemkring::rehearsal
