#include "exchange/report/report.h"

#include "exchange/map/map.h"
#include "exchange/report/sections.h"
#include "exchange/report/style.h"

namespace bocage::exchange {
namespace {

constexpr std::size_t kShownHash = 12;

void write_document_head(Html& page, const ReportFacts& facts) {
  page.open("head");
  page.raw("<meta charset=\"utf-8\">\n");
  page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n");
  // Even a fault of ours could not load anything: the page may use its own style and nothing else.
  page.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n");
  page.element("title", facts.say(Word::kTitle, {facts.territory.settings.name}));
  page.open("style");
  page.raw(report_style());
  page.raw(map_style());
  page.close();
  page.close();
}

}  // namespace

std::string report_html(const ReportInput& input) {
  ReportFacts const facts(input);
  Html page;
  page.raw("<!doctype html>\n");
  page.open("html", facts.language == territory::Language::kFrench ? "lang=\"fr\"" : "lang=\"en\"");
  write_document_head(page, facts);
  bool const whole = input.part == ReportPart::kWhole;
  page.open("body", whole ? "" : "class=\"sheets-only\"");
  page.raw(band_definition());
  page.open("main");
  if (whole) {
    write_cover(page, facts);
    write_summary(page, facts);
    write_set_aside(page, facts);
    write_shortages(page, facts);
    write_together(page, facts);
    write_assumptions(page, facts);
    write_learning(page, facts);
  }
  write_sheets(page, facts);
  page.element("footer", facts.say(Word::kFooter, {facts.plan.engine,
                                                   facts.plan.input_sha256.substr(0, kShownHash)}));
  return page.take();
}

}  // namespace bocage::exchange
