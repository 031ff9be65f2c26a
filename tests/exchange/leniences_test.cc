#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "exchange/folders.h"
#include "exchange/wording/problems.h"

namespace bocage::exchange {
namespace {

using namespace territory;  // NOLINT(google-build-using-namespace): a test of its values
using testing::ElementsAre;
using testing::IsEmpty;

// Every table, nothing left to defaults.
Folder full_territory() {
  return {
      {"territory.toml",
       "format = 1\nname = \"Diois\"\nlanguage = \"fr\"\ncurrency = \"EUR\"\nrule = \"need\"\n"
       "order = [\"minimum\", \"total\", \"stability\", \"value\"]\ndetour = 1.25\nmemory = 2\n"
       "lot = 20270104\nbelow_minimum = \"share\"\n"},
      {"stakeholders.csv",
       "id,name,kind,longitude,latitude,commune,people,siret\n"
       "farm,Ferme des Sources,company,5.37,44.75,,12,12345678900011\n"
       "saillans,Cantine de Saillans,local_authority,5.19,44.69,,120,\n"
       "die,Cantine de Die,local_authority,,,26113,300,\n"},
      {"resources.csv",
       "id,name,unit,broader,quantum\n"
       "carrots,Carrots,kg,vegetables,\n"
       "leeks,Leeks,kg,,\n"
       "vegetables,Vegetables,kg,,0.5\n"},
      {"needs.csv",
       "id,stakeholder,resource,quantity,minimum,people,from,until,longitude,latitude,reach_km,"
       "price,intensity,problem\n"
       "n1,saillans,carrots,40,10,,2027-01-04,2027-01-08,5.2,44.7,30,1.25,3,p1\n"
       "n2,die,vegetables leeks,60.5,,280,,,,,,,,\n"},
      {"contributions.csv",
       "id,stakeholder,resource,quantity,from,until,longitude,latitude,reach_km,cost,problem\n"
       "c1,farm,carrots,75,2027-01-01,,5.5,44.5,40.25,0.9,\n"
       "c2,farm,leeks,25,,,,,,,p1\n"},
      {"links.csv", "contribution,need,km,value\nc1,n1,12.5,3.25\nc2,n2,,-1\nc1,n2,0,\n"},
      {"bans.csv", "from,to,reason\nfarm,n1,sold\n*,die,closed\nc1,*,\n"},
      {"arranged.csv",
       "contribution,need,quantity,kind\nc1,n1,20,fixed\nc1,n2,5,today\nc1,n1,4.5,agreed\n"},
      {"received.csv",
       "stakeholder,resource,cycle,needed,quantity,set_aside\n"
       "die,carrots,week 9,50,20,\ndie,carrots,week 10,50,0,yes\n"},
      {"problems.csv",
       "id,title,theme,place,raised_by,shared_by\n"
       "p1,No van on Fridays,transport,Die,die,farm saillans\n"},
  };
}

// Without the lines of links.csv, which are only for warnings.
Territory read(const TerritoryReading& reading) {
  std::string told;
  for (const Problem& problem : reading.problems.list) {
    told += sentence(problem, Language::kEnglish) + "\n";
  }
  EXPECT_THAT(told, IsEmpty());
  Territory territory = reading.territory;
  for (ListedLink& link : territory.links) {
    link.line = 0;
  }
  return territory;
}

Territory read(const Folder& folder) { return read(read_territory_folder(folder)); }

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t const end = text.find('\n', start);
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (char const c : line) {
    if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

bool is_table(const std::string& name) { return name.ends_with(".csv"); }

// The tables with their rows, or their columns, in another order.
Folder shuffled(Folder folder, std::mt19937& random) {
  for (auto& [name, bytes] : folder) {
    if (!is_table(name)) {
      continue;
    }
    std::vector<std::string> lines = lines_of(bytes);
    std::shuffle(lines.begin() + 1, lines.end(), random);
    std::vector<std::size_t> order(cells_of(lines[0]).size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::shuffle(order.begin(), order.end(), random);
    bytes.clear();
    for (const std::string& line : lines) {
      std::vector<std::string> const cells = cells_of(line);
      for (std::size_t i = 0; i < order.size(); ++i) {
        bytes += (i == 0 ? "" : ",") + cells[order[i]];
      }
      bytes += "\n";
    }
  }
  return folder;
}

// The single-file form, written from the folder; numbers become JSON numbers, lists of ids lists.
std::string json_of(const Folder& folder) {
  std::string json =
      R"({"territory": {"format": 1, "name": "Diois", "language": "fr", "currency": "EUR",
      "rule": "need", "order": ["minimum", "total", "stability", "value"], "detour": 1.25,
      "memory": 2, "lot": 20270104, "below_minimum": "share"})";
  for (auto const& [name, bytes] : folder) {
    if (!is_table(name)) {
      continue;
    }
    std::vector<std::string> const lines = lines_of(bytes);
    std::vector<std::string> const keys = cells_of(lines[0]);
    json += ",\n\"" + name.substr(0, name.size() - 4) + "\": [";
    for (std::size_t line = 1; line < lines.size(); ++line) {
      std::vector<std::string> const cells = cells_of(lines[line]);
      json += line == 1 ? "{" : ", {";
      bool first = true;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) {
          continue;
        }
        bool const number = cells[i].find_first_not_of("0123456789.-") == std::string::npos &&
                            cells[i].find('-', 1) == std::string::npos && keys[i] != "commune";
        json += (first ? "\"" : ", \"") + keys[i] + "\": ";
        json += number ? cells[i] : "\"" + cells[i] + "\"";
        first = false;
      }
      json += "}";
    }
    json += "]";
  }
  return json + "}";
}

TEST(Leniences, TheFullTerritoryIsReadToTheLastCell) {
  Territory const territory = read(full_territory());
  EXPECT_EQ(territory.settings.detour, Millionths(1'250'000));
  EXPECT_EQ(territory.settings.lot, 20270104U);
  EXPECT_EQ(territory.settings.below_minimum, BelowMinimum::kShare);
  EXPECT_THAT(territory.settings.order, ElementsAre(Criterion::kMinimum, Criterion::kTotal,
                                                    Criterion::kStability, Criterion::kValue));
  EXPECT_EQ(territory.families.size(), 1U) << "leeks are listed with vegetables";
  EXPECT_EQ(territory.needs[0].position, (Position{52'000'000, 447'000'000}));
  EXPECT_EQ(territory.contributions[0].reach, Metres(40'250));
  EXPECT_EQ(territory.contributions[1].problem, "p1");
  ASSERT_EQ(territory.links.size(), 3U);
  EXPECT_EQ(territory.links[0].distance, Metres(12'500));
  EXPECT_EQ(territory.links[2].value, Millionths(-1'000'000));
  ASSERT_EQ(territory.bans.size(), 3U);
  EXPECT_EQ(territory.arranged.size(), 3U);
  EXPECT_EQ(territory.arranged[0].quantity, Quanta(9));
  EXPECT_TRUE(territory.received[0].set_aside) << "sorted: week 10 comes before week 9";
  EXPECT_EQ(territory.problems[0].shared_by.size(), 2U);
}

TEST(Leniences, JsonReadsLikeTheFolder) {
  std::string const json = json_of(full_territory());
  EXPECT_EQ(read(read_territory_json(json)), read(full_territory()));
}

TEST(Leniences, TheOrderOfRowsAndColumnsChangesNothing) {
  std::mt19937 random(1);
  Territory const territory = read(full_territory());
  for (int i = 0; i < 200; ++i) {
    EXPECT_EQ(read(shuffled(full_territory(), random)), territory);
  }
}

TEST(Leniences, DerivedIdsDoNotDependOnTheOrderOfRowsEither) {
  Folder folder = full_territory();
  folder = replaced(folder, "stakeholders.csv", "id,name", "nothing,name");
  folder["problems.csv"] = "title\nNo van\nNo room\nNo van\n";
  folder["resources.csv"] = "name,unit\nCarrots,kg\nVegetables,kg\nLeeks,kg\n";
  folder["needs.csv"] =
      "stakeholder,resource,quantity\nCantine de Die,carrots,2\nCantine de Die,carrots,10\n"
      "Cantine de Die,carrots,3\nFerme des Sources,leeks,1\n";
  folder["contributions.csv"] =
      "stakeholder,resource,quantity\nFerme des Sources,leeks,7\nFerme des Sources,leeks,8\n";
  for (const char* name : {"links.csv", "bans.csv", "arranged.csv", "received.csv"}) {
    folder.erase(name);
  }
  TerritoryReading const reading = read_territory_folder(folder);
  Territory const territory = read(reading);
  std::vector<std::string> ids;
  for (const DerivedId& derived : reading.derived_ids) {
    ids.push_back(derived.table + " " + derived.id);
  }
  EXPECT_THAT(ids,
              ElementsAre("contributions ferme-des-sources-leeks-2",
                          "contributions ferme-des-sources-leeks-3", "needs cantine-de-die-carrots",
                          "needs cantine-de-die-carrots-2", "needs cantine-de-die-carrots-3",
                          "needs ferme-des-sources-leeks", "problems no-room", "problems no-van",
                          "problems no-van-2", "resources carrots", "resources leeks",
                          "resources vegetables", "stakeholders cantine-de-die",
                          "stakeholders cantine-de-saillans", "stakeholders ferme-des-sources"));
  EXPECT_EQ(territory.needs[0].quantity, Quanta(2000)) << "numbered by content, least first";
  EXPECT_EQ(territory.needs[2].quantity, Quanta(10000));
  std::mt19937 random(1);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(read(shuffled(folder, random)), territory);
  }
}

TEST(Leniences, SemicolonsAndDecimalCommasReadLikeCommasAndPoints) {
  Folder folder = full_territory();
  for (auto& [name, bytes] : folder) {
    if (is_table(name)) {
      std::replace(bytes.begin(), bytes.end(), ',', ';');
      std::replace(bytes.begin(), bytes.end(), '.', ',');
    }
  }
  EXPECT_EQ(read(folder), read(full_territory()));
}

TEST(Leniences, ByteOrderMarksLineEndsAndBlankRowsChangeNothing) {
  Folder folder = full_territory();
  for (auto& [name, bytes] : folder) {
    std::string changed = "\xEF\xBB\xBF";
    for (const std::string& line : lines_of(bytes)) {
      changed += line + "\r\n" + (is_table(name) ? ",,\r\n" : "");
    }
    bytes = changed;
  }
  EXPECT_EQ(read(folder), read(full_territory()));
}

TEST(Leniences, Windows1252ReadsLikeUtf8) {
  Folder const utf8 =
      replaced(two_canteens(), "stakeholders.csv", "Ferme des Sources", "Ferme d’Éloïse");
  Folder const latin =
      replaced(two_canteens(), "stakeholders.csv", "Ferme des Sources", "Ferme d\x92\xC9lo\xEFse");
  Folder const both = replaced(latin, "stakeholders.csv", "collectivité", "collectivit\xE9");
  EXPECT_EQ(read(both), read(utf8));
}

TEST(Leniences, HeadersAndFileNamesMayHaveCapitalsAndSpaces) {
  Folder folder = replaced(two_canteens(), "needs.csv", "reach_km,price", " Reach km , PRICE ");
  folder["Needs.CSV"] = folder["needs.csv"];
  folder.erase("needs.csv");
  EXPECT_EQ(read(folder), read(two_canteens()));
}

TEST(Leniences, UnknownColumnsAreKeptOutOfTheWay) {
  EXPECT_EQ(read(replaced(two_canteens(), "resources.csv", "quantum", "quantum,remark")),
            read(two_canteens()));
}

TEST(Leniences, ANameStandsForAnIdWhateverItsAccentsAndCapitals) {
  Folder folder = replaced(two_canteens(), "needs.csv", "n1,saillans,carrots",
                           "n1,CANTINE DE SAILLANS,Carrots");
  folder = replaced(folder, "contributions.csv", "farm,carrots", "Fermé des sources,CARROTS");
  EXPECT_EQ(read(folder), read(two_canteens()));
}

TEST(Leniences, AnIdIsPreferredToANameAndAnExactNameToASimilarOne) {
  Folder folder = replaced(two_canteens(), "stakeholders.csv", "Cantine de Die", "farm");
  Territory const territory = read(folder);
  EXPECT_EQ(territory.stakeholders[territory.contributions[0].stakeholder.position()].id, "farm");
  folder = replaced(two_canteens(), "stakeholders.csv", "Cantine de Die", "cantine de saillans");
  folder = replaced(folder, "needs.csv", "n1,saillans", "n1,Cantine de Saillans");
  EXPECT_EQ(read(folder).needs[0].stakeholder, StakeholderIndex(2));
}

TEST(Leniences, SeveralResourcesMayBeListedInTheWaysPeopleDo) {
  auto const resources_of = [](const std::string& cell) {
    Folder folder = replaced(two_canteens(), "resources.csv", "van,Van with driver,h,,",
                             "leeks,\"Leeks, washed\",kg,,");
    return read(replaced(folder, "needs.csv", "saillans,carrots", "saillans," + cell))
        .needs[0]
        .resources.size();
  };
  EXPECT_EQ(resources_of("carrots leeks"), 2U);
  EXPECT_EQ(resources_of("\"carrots, leeks\""), 2U);
  EXPECT_EQ(resources_of("Carrots; leeks ;carrots"), 2U);
  EXPECT_EQ(resources_of("\"Leeks, washed\""), 1U);
  EXPECT_EQ(resources_of("\"carrots; Leeks, washed\""), 2U);
}

TEST(Leniences, CommunesAreFoundByCodeAndByNameAndWithoutTheirFirstZero) {
  auto const commune_of = [](const std::string& cell) {
    return read(replaced(two_canteens(), "stakeholders.csv", "26113", cell))
        .stakeholders[0]
        .commune;
  };
  EXPECT_EQ(commune_of("26113"), "26113");
  EXPECT_EQ(commune_of("Die"), "26113");
  EXPECT_EQ(commune_of("1004"), "01004");
}

TEST(Leniences, ABannedSideMayBeANameOrEverybody) {
  Territory const territory =
      read(with(two_canteens(), "bans.csv", "from;to\nFerme des Sources;Cantine de Die\n*;n1\n"));
  ASSERT_EQ(territory.bans.size(), 2U);
  EXPECT_FALSE(territory.bans[0].from_stakeholder.has_value());
  EXPECT_EQ(territory.bans[0].to_need, NeedIndex(0));
  EXPECT_EQ(territory.bans[1].from_stakeholder, StakeholderIndex(1));
  EXPECT_EQ(territory.bans[1].to_stakeholder, StakeholderIndex(0));
}

TEST(Leniences, TablesWithOnlyTheirHeaderAreTables) {
  Folder folder = with(two_canteens(), "needs.csv", "stakeholder,resource,quantity\n");
  folder["contributions.csv"] = "stakeholder,resource,quantity\n";
  folder["links.csv"] = "contribution,need\n";
  Territory const territory = read(folder);
  EXPECT_TRUE(territory.needs.empty());
  EXPECT_TRUE(territory.has_links);
  EXPECT_FALSE(read(two_canteens()).has_links);
}

TEST(Leniences, CoordinatesAreRoundedToTenMillionthsOfADegree) {
  auto const longitude_of = [](const std::string& cell) {
    return read(replaced(two_canteens(), "stakeholders.csv", "5.37,44.75", cell + ",44.75"))
        .stakeholders[1]
        .position->longitude;
  };
  EXPECT_EQ(longitude_of("5.36999995"), 53'700'000);
  EXPECT_EQ(longitude_of("5.369999949"), 53'699'999);
  EXPECT_EQ(longitude_of("-5.36999995"), -53'700'000);
  EXPECT_EQ(longitude_of("180.00000000"), 1'800'000'000);
}

}  // namespace
}  // namespace bocage::exchange
