#include <gtest/gtest.h>

#include <string>

#include "exchange/import/date_text.h"
#include "exchange/import/quantity_text.h"
#include "exchange/import/unit_names.h"

namespace bocage::exchange::importing {
namespace {

// "number unit | rest", for comparing at a glance.
std::string read(const std::string& text, QuantityDoubt doubt, bool french = true) {
  QuantityReading const reading = read_quantity(text, french);
  EXPECT_EQ(static_cast<int>(reading.doubt), static_cast<int>(doubt)) << text;
  return reading.number + (reading.upper.empty() ? "" : ".." + reading.upper) +
         (reading.unit.empty() ? "" : " " + reading.unit) +
         (reading.rest.empty() ? "" : " | " + reading.rest);
}

TEST(ImportText, PlainQuantitiesAreReadWithoutDoubt) {
  EXPECT_EQ(read("12", QuantityDoubt::kNone), "12");
  EXPECT_EQ(read("12,5 kg", QuantityDoubt::kNone), "12.5 kg");
  EXPECT_EQ(read("12.5kg", QuantityDoubt::kNone), "12.5 kg");
  EXPECT_EQ(read("3 kilos", QuantityDoubt::kNone), "3 kg");
  EXPECT_EQ(read("4 demi-journées", QuantityDoubt::kNone), "4 half-day");
  EXPECT_EQ(read("250 €", QuantityDoubt::kNone), "250 €");
  EXPECT_EQ(read("2h30", QuantityDoubt::kNone), "2.5 h");
  EXPECT_EQ(read("-3", QuantityDoubt::kNone), "-3");
  EXPECT_EQ(read(",5 L", QuantityDoubt::kNone), "0.5 L");
}

TEST(ImportText, ThousandsAreProposedNotAssumed) {
  EXPECT_EQ(read("1 200", QuantityDoubt::kThousands), "1200");
  EXPECT_EQ(read("1\xC2\xA0"
                 "200 kg",
                 QuantityDoubt::kThousands),
            "1200 kg");
  EXPECT_EQ(read("1.200,50", QuantityDoubt::kThousands), "1200.50");
  EXPECT_EQ(read("1,200.50", QuantityDoubt::kThousands, false), "1200.50");
  EXPECT_EQ(read("1.200.000", QuantityDoubt::kThousands), "1200000");
  EXPECT_EQ(read("1.200", QuantityDoubt::kEitherMark), "1200");
  EXPECT_EQ(read("1,200", QuantityDoubt::kEitherMark), "1.200");
  EXPECT_EQ(read("1,200", QuantityDoubt::kEitherMark, false), "1200");
  EXPECT_EQ(read("0,125", QuantityDoubt::kNone), "0.125");
}

TEST(ImportText, WhatPeopleHedgeIsProposed) {
  EXPECT_EQ(read("environ 20", QuantityDoubt::kApproximate), "20");
  EXPECT_EQ(read("~ 20 kg", QuantityDoubt::kApproximate), "20 kg");
  EXPECT_EQ(read("20 env.", QuantityDoubt::kApproximate), "20");
  EXPECT_EQ(read("20 ?", QuantityDoubt::kQuestion), "20");
  EXPECT_EQ(read("20 kg (?)", QuantityDoubt::kQuestion), "20 kg");
  EXPECT_EQ(read("10-12", QuantityDoubt::kRange), "10..12");
  EXPECT_EQ(read("entre 10 et 12 kg", QuantityDoubt::kRange), "10..12 kg");
  EXPECT_EQ(read("10 à 12 h", QuantityDoubt::kRange), "10..12 h");
  EXPECT_EQ(read("une dizaine", QuantityDoubt::kNumberInWords), "10");
  EXPECT_EQ(read("deux camions", QuantityDoubt::kNumberInWords), "2 | camions");
  EXPECT_EQ(read("3 x 20 kg", QuantityDoubt::kCalculation), "60 kg");
  EXPECT_EQ(read("10 kg par semaine", QuantityDoubt::kRate), "10 kg");
  EXPECT_EQ(read("10 kg/sem.", QuantityDoubt::kRate), "10 kg");
  EXPECT_EQ(read("20 kg bio", QuantityDoubt::kExtraWords), "20 kg | bio");
  EXPECT_EQ(read("40 kg de carottes", QuantityDoubt::kExtraWords), "40 kg | carottes");
}

TEST(ImportText, WhatIsNoQuantityHasNoProposal) {
  for (std::string const text :
       {"beaucoup", "à voir", "1/2", "20 kg 2 fois", "NaN", "kg", "-", "1 2 3"}) {
    EXPECT_EQ(read_quantity(text, true).number, "") << text;
    EXPECT_EQ(read_quantity(text, true).doubt, QuantityDoubt::kNotANumber) << text;
  }
}

TEST(ImportText, UnitsHaveOneNameAndExactRatios) {
  EXPECT_EQ(unit_name("Kilos"), "kg");
  EXPECT_EQ(unit_name("heures"), "h");
  EXPECT_EQ(unit_name("Tonnes"), "t");
  EXPECT_EQ(unit_name("litres"), "L");
  EXPECT_EQ(unit_name("caisse"), "caisse");
  EXPECT_EQ(unit_key("Caisses"), unit_key("caisse"));
  ASSERT_TRUE(unit_ratio("t", "kg"));
  EXPECT_EQ(unit_ratio("t", "kg")->numerator, 1000);
  EXPECT_EQ(unit_ratio("g", "kg")->denominator, 1000);
  EXPECT_FALSE(unit_ratio("kg", "L"));
  EXPECT_FALSE(unit_ratio("jours", "heures")) << "a working day has no fixed number of hours";
}

std::string day(const std::string& text, DateDoubt doubt, Bound bound = Bound::kFirst) {
  DateReading const reading = read_date(text, bound);
  EXPECT_EQ(static_cast<int>(reading.doubt), static_cast<int>(doubt)) << text;
  return reading.day ? base::format_day(*reading.day) : "";
}

TEST(ImportText, DaysAreReadAsFrenchPeopleWriteThem) {
  EXPECT_EQ(day("2027-03-01", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("01/03/2027", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("1.3.2027", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("1er mars 2027", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("lundi 1er mars 2027", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("15 août 2027", DateDoubt::kNone), "2027-08-15");
  EXPECT_EQ(day("March 1, 2027", DateDoubt::kNone), "2027-03-01");
  EXPECT_EQ(day("01/03/2027 00:00:00", DateDoubt::kNone), "2027-03-01");
}

TEST(ImportText, LooseDaysAreProposals) {
  EXPECT_EQ(day("mars 2027", DateDoubt::kMonth), "2027-03-01");
  EXPECT_EQ(day("mars 2027", DateDoubt::kMonth, Bound::kLast), "2027-03-31");
  EXPECT_EQ(day("02/2028", DateDoubt::kMonth, Bound::kLast), "2028-02-29");
  EXPECT_EQ(day("01/03/27", DateDoubt::kShortYear), "2027-03-01");
  EXPECT_EQ(day("2027", DateDoubt::kYear, Bound::kLast), "2027-12-31");
  EXPECT_EQ(day("S1 2027", DateDoubt::kWeek), "2027-01-04");
  EXPECT_EQ(day("semaine 53 2026", DateDoubt::kWeek, Bound::kLast), "2027-01-03");
  EXPECT_EQ(day("46447", DateDoubt::kSerial), "2027-03-01");
  EXPECT_EQ(day("01/03/2027 08:30", DateDoubt::kTime), "2027-03-01");
  EXPECT_EQ(day("dès que possible", DateDoubt::kOpen), "");
  EXPECT_EQ(day("1er mars", DateDoubt::kNoYear), "");
  EXPECT_EQ(day("31/02/2027", DateDoubt::kNotADate), "");
  EXPECT_EQ(day("bientôt", DateDoubt::kNotADate), "");
}

TEST(ImportText, APeriodHasTwoEnds) {
  PeriodReading const period = read_period("du 01/03/2027 au 31/05/2027");
  ASSERT_TRUE(period.first.day && period.last.day);
  EXPECT_EQ(base::format_day(*period.first.day), "2027-03-01");
  EXPECT_EQ(base::format_day(*period.last.day), "2027-05-31");
  EXPECT_EQ(base::format_day(*read_period("mars 2027").last.day), "2027-03-31");
  EXPECT_EQ(read_period("le mardi").first.doubt, DateDoubt::kNotADate);
}

}  // namespace
}  // namespace bocage::exchange::importing
