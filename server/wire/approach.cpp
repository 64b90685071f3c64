#include "wire/approach.h"

#include "domain/limits.h"
#include "wire/described_values.h"
#include "wire/write.h"

namespace kiemkring::domain::trajectory {

BOOST_DESCRIBE_STRUCT(ProposedFactor, (), (name_nl, name_en, question_nl, question_en))

}  // namespace kiemkring::domain::trajectory

namespace kiemkring::wire {

using domain::trajectory::Approach, domain::trajectory::ProposedFactor;

namespace {

constexpr std::string_view approach_form = "kiemkring_approach";
constexpr std::int64_t approach_version = 1, amount_max = 100'000'000'000, hours_max = 80, percent_max = 100;
constexpr std::size_t factor_name_max = 120, factor_question_max = 2'000;

}  // namespace

std::expected<Approach, DocumentProblems> read_approach(const Json& file) {
    DocumentReader reader;
    Approach made;
    if (reader.begins(file, approach_form, approach_version, {"fee", "refund", "hours_from", "hours_to", "contingency_percent", "factors"})) {
        reader.number(file, "fee", made.fee, amount_max);
        reader.number(file, "refund", made.refund, amount_max);
        reader.number(file, "hours_from", made.hours_from, hours_max);
        reader.number(file, "hours_to", made.hours_to, hours_max);
        // Documents of earlier versions do not say it.
        if (file.member("contingency_percent")) reader.number(file, "contingency_percent", made.contingency_percent, percent_max);
        else made.contingency_percent = domain::trajectory::proposed_approach().contingency_percent;
        reader.objects(file, "factors", domain::trajectory::Factor::most, [&](const Json& one) {
            reader.only_members(one, {"name_nl", "name_en", "question_nl", "question_en"});
            auto& factor = made.factors.emplace_back();
            reader.text(one, "name_nl", factor.name_nl, factor_name_max, true);
            reader.text(one, "name_en", factor.name_en, factor_name_max);
            reader.text(one, "question_nl", factor.question_nl, factor_question_max);
            reader.text(one, "question_en", factor.question_en, factor_question_max);
        });
        if (reader.problems().empty() && made.refund > made.fee) reader.problem("refund", "above_fee");
        if (reader.problems().empty() && made.hours_to < made.hours_from) reader.problem("hours_to", "wrong_order");
    }
    if (!reader.problems().empty()) return std::unexpected(std::move(reader.problems()));
    return made;
}

std::string encode_approach(const Approach& approach) {
    std::string text;
    ObjectWriter{text}
        .put(approach_form, approach_version)
        .put("fee", approach.fee)
        .put("refund", approach.refund)
        .put("hours_from", approach.hours_from)
        .put("hours_to", approach.hours_to)
        .put("contingency_percent", approach.contingency_percent)
        .put("factors", approach.factors);
    return text;
}

}  // namespace kiemkring::wire
