// Reports of a full afternoon: how long they take, how large they are, and that nothing of it is lost.
#include "report/full_session.h"

#include <chrono>

#include "report/edition.h"
#include "report/pdf.h"
#include "report/session_report.h"

namespace kiemkring::report::full_session_test {

using namespace full;

Document report_of(const FullSession& full, std::string language, Naming naming = Naming::everybody) {
    return session_report({full.session, full.log}, {std::move(language), naming, sections_for(Readership::archive), full.moment.now});
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // a measurement
TEST_CASE("A report of three hundred ideas and eighty photos is ready in time and small enough to send", "[report][full]") {
    FullSession full{300, 80};
    full.close();
    REQUIRE(full.session.live_ideas == 300);
    const auto began = std::chrono::steady_clock::now();
    const auto pdf = pdf_of(report_of(full, "nl"), full.pictures);
    const auto took = std::chrono::steady_clock::now() - began;
    WARN("300 ideas and 80 photos: " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms, " << pdf.size() / 1024 << " KiB");
    CHECK(pdf.size() < 5'000'000);
    CHECK(took < std::chrono::seconds{5});
    keep("300-nl.pdf", pdf);
}
#endif

TEST_CASE("What a full afternoon gives to look at", "[.look]") {
    FullSession full{34, 12};
    const auto numbered = [](Document document) {
        document.colophon = colophon(2, std::string(64, 'c'), document.language);
        return document;
    };
    for (const std::string language : {"nl", "en"}) keep("interim-" + language + ".pdf", pdf_of(numbered(report_of(full, language, Naming::agreed)), full.pictures));
    full.close();
    for (const std::string language : {"nl", "en"}) {
        keep("report-" + language + ".pdf", pdf_of(numbered(report_of(full, language, language == "nl" ? Naming::everybody : Naming::nobody)), full.pictures));
        keep("report-" + language + ".html", html_of(report_of(full, language), full.pictures));
    }
}

}  // namespace kiemkring::report::full_session_test
