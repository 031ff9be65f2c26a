#include "exchange/report/report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/report/html.h"
#include "exchange/wording/report_words.h"
#include "report_world.h"

namespace bocage::exchange {
namespace {

using territory::Language;

std::string report_of(const World& world, Language language = Language::kEnglish) {
  return report_html({world.territory, world.plan, world.explanations, language, true});
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// The sheet of the stakeholder at this place of the table.
std::string sheet(const std::string& page, std::size_t stakeholder) {
  std::size_t const start =
      page.find("<article class=\"sheet\" id=\"sheet-" + std::to_string(stakeholder + 1) + "\"");
  EXPECT_NE(start, std::string::npos) << stakeholder;
  return page.substr(start, page.find("</article>", start) - start);
}

TEST(Report, HasASheetForEveryStakeholderWithEveryNeedAndContribution) {
  World const world = world_in({"26"}, 40);
  std::string const page = report_of(world);
  const auto& stakeholders = world.territory.stakeholders;
  for (std::size_t i = 0; i < stakeholders.size(); ++i) {
    std::string const own = sheet(page, i);
    for (const territory::Need& need : world.territory.needs) {
      if (need.stakeholder.position() == i) {
        EXPECT_EQ(count(own, "Carrots: you get"), 1U) << stakeholders[i].id;
        EXPECT_EQ(count(own, ">25\u00a0kg</td>"), 1U) << stakeholders[i].id;
      }
    }
    for (const territory::Contribution& contribution : world.territory.contributions) {
      if (contribution.stakeholder.position() == i) {
        EXPECT_EQ(count(own, "Organic carrots: "), 2U) << stakeholders[i].id;
      }
    }
  }
  EXPECT_EQ(count(page, "<article class=\"sheet\""), stakeholders.size());
}

TEST(Report, TellsEveryLineToBothSides) {
  World const world = world_in({"26"}, 40);
  std::string const page = report_of(world);
  EXPECT_EQ(count(page, "<th scope=\"row\">Organic carrots</th>"), 2 * world.plan.transfers.size());
}

TEST(Report, NeverNamesAPerson) {
  for (Language const language : {Language::kEnglish, Language::kFrench}) {
    World world = world_in({"26"}, 40);
    world.plan.assumptions.push_back({territory::AssumptionCode::kCommunePosition, "s003", {}});
    for (territory::PlanNeed& need : world.plan.needs) {
      need.reason = territory::Reason::kBanned;
      need.facts.contribution = world.territory.contributions.front().id;
    }
    world.plan.needs.front().facts.ban = "";
    std::string const page = report_of(world, language);
    EXPECT_EQ(page.find("Secr"), std::string::npos);
    EXPECT_EQ(page.find("Jeanne"), std::string::npos);
    EXPECT_NE(page.find(language == Language::kEnglish ? "Person 1<" : "Personne 1<"),
              std::string::npos);
  }
}

TEST(Report, KeepsWhatWasSaidOfAPersonToItself) {
  World world = world_in({"26"}, 40);
  for (std::size_t i = 0; i < world.plan.needs.size(); ++i) {
    auto const owner = world.territory.needs[i].stakeholder;
    world.plan.needs[i].reason = territory::Reason::kBanned;
    bool const person = world.territory.stakeholders[owner.position()].kind == "person";
    world.plan.needs[i].facts.ban = person ? "a quarrel at home" : "a conflict of interest";
  }
  std::string const page = report_of(world);
  EXPECT_EQ(page.find("quarrel"), std::string::npos);
  EXPECT_NE(page.find("a conflict of interest"), std::string::npos);
}

TEST(Report, AsksNothingOfAnyone) {
  std::string const page = report_of(world_in({"26"}, 40));
  EXPECT_EQ(page.find(" src="), std::string::npos);
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("<link"), std::string::npos);
  EXPECT_EQ(page.find("<iframe"), std::string::npos);
  EXPECT_EQ(page.find("url("), std::string::npos);
  EXPECT_EQ(page.find("@import"), std::string::npos);
  EXPECT_EQ(count(page, "href="), count(page, "href=\"#"));
  EXPECT_EQ(count(page, "http"),
            count(page, "xmlns=\"http://www.w3.org/2000/svg\"") + count(page, "http-equiv"));
}

TEST(Report, LeadsEveryLinkInItSomewhere) {
  std::string const page = report_of(world_in({"26"}, 40));
  std::size_t links = 0;
  for (std::size_t at = page.find("href=\"#"); at != std::string::npos;
       at = page.find("href=\"#", at + 1)) {
    std::size_t const start = at + 7;
    std::string const target = page.substr(start, page.find('"', start) - start);
    EXPECT_EQ(count(page, "id=\"" + target + "\""), 1U) << target;
    ++links;
  }
  EXPECT_GT(links, 80U);
}

TEST(Report, EscapesWhatPeopleWrite) {
  World world = world_around("26108", 12);
  std::string const nasty = "<b>&\"'</script><img onerror=x>";
  world.territory.settings.name = nasty;
  for (territory::Stakeholder& stakeholder : world.territory.stakeholders) {
    stakeholder.name = nasty;
    stakeholder.kind = stakeholder.kind == "person" ? "person" : nasty;
  }
  for (territory::Resource& resource : world.territory.resources) {
    resource.name = nasty;
  }
  world.territory.families[0].unit = nasty;
  world.plan.summary.by_unit[0].unit = nasty;
  world.plan.engine = nasty;
  std::string const page = report_of(world);
  EXPECT_EQ(page.find("<b>"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_EQ(page.find("</script"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;&amp;&quot;"), std::string::npos);
}

TEST(Report, LetsNoNameTurnTheTextAfterIt) {
  World world = world_around("26108", 12);
  world.territory.stakeholders[0].name =
      "\u202eemreF\u2066 مزرعة 🥕" + std::string(300, 'x');
  std::string const page = report_of(world);
  EXPECT_NE(page.find("<h3>emreF مزرعة 🥕xxx"), std::string::npos);
  EXPECT_EQ(page.find("\u202e"), std::string::npos);
  EXPECT_EQ(page.find("\u2066"), std::string::npos);
}

TEST(Report, ClosesWhatItOpens) {
  std::string const page = report_of(world_around("26108", 12));
  for (std::string const tag : {"table", "tr", "td", "ul", "li", "section", "article", "svg", "g",
                                "p", "h2", "h3", "h4", "main", "body", "html", "a", "span"}) {
    EXPECT_EQ(count(page, "<" + tag + " ") + count(page, "<" + tag + ">"),
              count(page, "</" + tag + ">"))
        << tag;
  }
}

TEST(Report, SpeaksTheLanguageItIsAskedFor) {
  World const world = world_in({"26"}, 40);
  std::string const english = report_of(world, Language::kEnglish);
  std::string const french = report_of(world, Language::kFrench);
  EXPECT_NE(english.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_NE(french.find("<html lang=\"fr\">"), std::string::npos);
  for (std::string const word : {"You give", "You get", "Why", "What would change it",
                                 "share one shortage", "What is assumed", "Checked:"}) {
    EXPECT_NE(english.find(word), std::string::npos) << word;
    EXPECT_EQ(french.find(word), std::string::npos) << word;
  }
  for (std::string const word : {"Vous apportez", "Vous recevez", "Pourquoi", "partagent une même",
                                 "Ce qui est supposé", "Vérifié\u202f:"}) {
    EXPECT_NE(french.find(word), std::string::npos) << word;
    EXPECT_EQ(english.find(word), std::string::npos) << word;
  }
}

TEST(Report, SaysWhatWasProvenAndNoMore) {
  World world = world_in({"26"}, 40);
  EXPECT_EQ(report_of(world).find("apart from the minima"), std::string::npos);
  world.plan.order.insert(world.plan.order.begin(), territory::Criterion::kMinimum);
  world.territory.needs[0].minimum = territory::Quanta(3);
  world.territory.settings.memory = 2;
  EXPECT_NE(report_of(world).find("apart from the minima agreed, counting past cycles."),
            std::string::npos);
  world.plan.order = {territory::Criterion::kTotal, territory::Criterion::kValue};
  EXPECT_NE(report_of(world).find("no other plan serves a larger quantity"), std::string::npos);
  EXPECT_EQ(report_of(world).find("nobody could get more"), std::string::npos);
  world.plan.order = {territory::Criterion::kValue};
  EXPECT_NE(report_of(world).find("no other plan has a greater value"), std::string::npos);
  std::string const unchecked =
      report_html({world.territory, world.plan, world.explanations, Language::kEnglish, false});
  EXPECT_EQ(unchecked.find("Checked:"), std::string::npos);
  EXPECT_NE(unchecked.find("has not been checked yet"), std::string::npos);
}

TEST(Report, NamesThoseSetAsideFirstAndWhatWouldBringThemBack) {
  World world = world_in({"26"}, 40);
  territory::MinimaShortage minima;
  minima.by_unit = {{"kg", territory::Millionths(700'000'000), territory::Millionths(650'000'000),
                     territory::Millionths(0)}};
  minima.kept = 21;
  minima.bound = 21;
  minima.drawn = true;
  minima.set_aside = {{world.territory.needs[2].id, territory::Millionths(40'000'000),
                       territory::Millionths(17'500'000)}};
  world.plan.minima = minima;
  world.territory.settings.lot = 4711;
  std::string const page = report_of(world);
  EXPECT_LT(page.find("id=\"set-aside\""), page.find("id=\"shortages\""));
  EXPECT_NE(page.find("17.5\u00a0kg more within reach"), std::string::npos);
  // Planning again found what surely brings it back: the two parts of the page say the same.
  world.explanations[world.territory.needs[2].stakeholder.position()].needs[0].unlocks = {
      {territory::UnlockGoal::kMinimum,
       territory::Millionths(57'000'000),
       territory::Millionths(40'000'000),
       {}}};
  EXPECT_EQ(report_of(world).find("17.5\u00a0kg more within reach"), std::string::npos);
  EXPECT_NE(report_of(world).find("57\u00a0kg more within reach"), std::string::npos);
  EXPECT_NE(page.find("a lot was drawn (number 4711)"), std::string::npos);
}

TEST(Report, StandsWithoutAMap) {
  std::string const page = report_of(without_positions(world_around("26108", 10)));
  EXPECT_NE(page.find("there is no map"), std::string::npos);
  EXPECT_EQ(page.find("map-figure\""), std::string::npos);
  EXPECT_EQ(count(page, "<article class=\"sheet\""), 10U);
}

TEST(Report, StandsOnAnEmptyTerritoryAndAPlanThatLacksRows) {
  World empty;
  empty.territory.settings.name = "Nothing yet";
  EXPECT_NE(report_of(empty).find("Nothing yet"), std::string::npos);
  World bare = world_around("26108", 10);
  bare.plan.needs.clear();
  bare.plan.contributions.clear();
  bare.explanations.clear();
  EXPECT_EQ(count(report_of(bare), "<article class=\"sheet\""), 10U);
}

TEST(Report, GivesTheSameBytesForTheSameInput) {
  World const world = world_in({"26", "07"}, 120);
  EXPECT_EQ(report_of(world), report_of(world));
}

TEST(ReportWords, AreAllThereInBothLanguagesWithTheSameValues) {
  for (int i = 0; i < static_cast<int>(Word::kCount); ++i) {
    auto const word = static_cast<Word>(i);
    std::string const english = phrase(word, Language::kEnglish, {"X0X", "X1X", "X2X", "X3X"});
    std::string const french = phrase(word, Language::kFrench, {"X0X", "X1X", "X2X", "X3X"});
    for (std::string const value : {"X0X", "X1X", "X2X", "X3X"}) {
      EXPECT_EQ(count(english, value), count(french, value)) << english << " / " << french;
    }
    EXPECT_EQ(english.find('!'), std::string::npos) << english;
    EXPECT_EQ(french.find('!'), std::string::npos) << french;
    for (std::string const mark : {" :", " ;", " ?", " %", "« ", " »", "'", "\u00a0;", "\u00a0:"}) {
      EXPECT_EQ(french.find(mark), std::string::npos) << french;
    }
    for (std::string const word_of_ours :
         {"leximin", "solver", "node", "block", "stakeholders et"}) {
      EXPECT_EQ(english.find(word_of_ours), std::string::npos) << english;
    }
  }
}

TEST(ReportWords, JoinAndCount) {
  EXPECT_EQ(enumeration({}, Language::kEnglish), "");
  EXPECT_EQ(enumeration({"a"}, Language::kEnglish), "a");
  EXPECT_EQ(enumeration({"a", "b", "c"}, Language::kEnglish), "a, b and c");
  EXPECT_EQ(enumeration({"a, x", "b", "c"}, Language::kFrench), "a, x\u00A0; b et c");
  EXPECT_EQ(small_number(9, Language::kFrench), "neuf");
  EXPECT_EQ(small_number(13, Language::kEnglish), "13");
}

}  // namespace
}  // namespace bocage::exchange
