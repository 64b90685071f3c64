#include "report/html_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/base64.h"
#include "report/direction.h"
#include "report/html_text.h"
#include "report/palette.h"
#include "report/pins.h"

namespace kiemkring::report {
namespace {

// Colours are those of web/ui/tokens.css; checked there for contrast.
constexpr std::string_view style = R"(
:root{color-scheme:light;--paper:#fff;--ink:#17231c;--soft:#48564c;--hair:#d5d3c4;--moss:#2c5f3e;--accent:#2c5f3e;--well:#f3f1e7}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 Lato,Figtree,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3rem}
h1{font-size:2.1rem;line-height:1.15;margin:.2em 0}
h2{font-size:1.5rem;line-height:1.2;margin:2.4em 0 .6em;padding-top:.5em;border-top:2px solid var(--accent);color:var(--accent)}
h3{font-size:1.15rem;line-height:1.3;margin:0}
p{margin:.6em 0}
.logo{display:block;max-width:13rem;max-height:5rem;margin-bottom:1.2rem}
.kind{color:var(--accent);font-weight:700;margin:0}
.notice{border:2px solid #a8431f;border-radius:10px;padding:.6em .9em;font-weight:700}
.lead{font-size:1.15rem}.quiet{color:var(--soft)}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3em 1em;margin:1em 0}
dt{color:var(--soft)}dd{margin:0}
nav ol{columns:2;padding-left:1.4em}nav a{color:var(--accent)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:1em 0;overflow-wrap:break-word;hyphens:auto}
caption{text-align:left;font-weight:700;padding-bottom:.3em}
th,td{text-align:left;vertical-align:top;padding:.35em .8em .35em 0;border-bottom:1px solid var(--hair)}
th,td{max-width:14rem}
th{color:var(--soft);font-weight:400}th.row{color:var(--ink);min-width:8rem}.number{text-align:right;white-space:nowrap}
.score{display:flex;gap:.6em;align-items:flex-end}.score b{min-width:1.9em}
.steps{display:flex;gap:2px;align-items:flex-end;height:1.9em;border-bottom:1px solid var(--soft)}.steps i{width:.5em;background:var(--moss)}
.seen{display:flex;gap:2px;height:1.3em;border-radius:3px;overflow:hidden}.seen i{min-width:2px}
.bar{display:block;height:.85em;border-radius:3px;background:var(--moss);min-width:2px}
.card{margin:1.4em 0;padding:.1em 0 .1em 1em;border-left:5px solid var(--hair);break-inside:avoid-page}
.card .head{display:flex;gap:.6em;align-items:baseline;flex-wrap:wrap}
.badge{min-width:1.7em;padding:.1em .35em;border-radius:6px;text-align:center;font-weight:700;background:var(--well)}
.aside{color:var(--soft);margin-left:auto}
td{white-space:pre-line}
.timeline{display:block;min-width:38rem;width:100%;height:auto}
.numbered{list-style:none;padding-left:0}
.items{padding-left:1.1em;margin:.6em 0}.items li{margin:.45em 0}
.details,.mark{display:block;color:var(--soft);white-space:pre-line}
.photos{display:flex;flex-wrap:wrap;gap:.6em;margin:.5em 0}
figure{margin:0}.photos img{width:11rem;max-width:100%;height:auto;border-radius:6px;display:block}
figcaption{font-size:.9rem;color:var(--soft);max-width:11rem}
.plan{position:relative;margin:1em 0}.plan img,.plan svg{display:block;width:100%;height:auto}.plan svg{position:absolute;inset:0}
footer{padding-top:2rem;padding-bottom:3rem;color:var(--soft)}
@media print{body{font-size:10.5pt}h2,.card .head{break-after:avoid}tr,.items li,figure,.card dl,.plan{break-inside:avoid}.card{break-inside:auto}nav{display:none}
.bar,.badge,.steps i,.seen i{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

std::string css(Color color) { return fmt::format("#{:06x}", color); }

class Page {
public:
    Page(const Document& document, const Pictures& pictures, Course* course)
        : d_(document), pictures_(pictures), course_(course), parts_(parts_of(document)) {}

    std::string text() {
        add("<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
            "<meta name=\"robots\" content=\"noindex\"><title>{} · {}</title><style>{}:root{{--accent:{}}}</style></head><body>\n",
            escaped(d_.language), escaped(isolated(d_.title)), escaped(d_.kind), style, css(d_.brand.accent));
        head();
        out_ += "<main>\n";
        for (const auto& section : d_.sections) {
            title_ = section.title;
            add("<section aria-labelledby=\"{0}-title\" id=\"{0}\"><h2 id=\"{0}-title\">{1}</h2>\n", section.id, with_isolates(section.title));
            for (const auto& block : section.blocks) {
                go_on();
                std::visit([this](const auto& part) { write(part); }, block);
            }
            out_ += "</section>\n";
        }
        add("</main>\n<footer><p>{}</p>", with_isolates(d_.footer));
        if (!d_.colophon.empty()) add("<p class=\"colophon\">{}</p>", with_isolates(d_.colophon));
        out_ += "</footer>\n</body></html>\n";
        return std::move(out_);
    }

private:
    template <class... Arguments>
    void add(fmt::format_string<Arguments...> pattern, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(out_), pattern, std::forward<Arguments>(arguments)...);
    }

    void go_on() {
        if (course_) course_->reached(++written_, parts_ + 1);
    }

    void head() {
        out_ += "<header>";
        // Whose it is stands in the text too.
        if (!d_.brand.logo.empty()) add("<img class=\"logo\" alt=\"\" src=\"data:image/png;base64,{}\">", base::to_base64(d_.brand.logo));
        add("<p class=\"kind\">{}</p><h1 dir=\"auto\">{}</h1><p class=\"lead\" dir=\"auto\">{}</p>\n", with_isolates(d_.kind), with_isolates(d_.title), with_isolates(d_.subtitle));
        if (!d_.notice.empty()) add("<p class=\"notice\">{}</p>\n", with_isolates(d_.notice));
        write(Facts{d_.cover});
        if (d_.on_one_page) return void(out_ += "</header>\n");
        add("<nav aria-label=\"{}\"><ol>", escaped(d_.contents_title));
        for (const auto& section : d_.sections) add("<li><a href=\"#{}\">{}</a></li>", section.id, with_isolates(section.title));
        out_ += "</ol></nav></header>\n";
    }

    void write(const Paragraph& part) {
        static constexpr std::array<std::string_view, 3> classes{"", " class=\"lead\"", " class=\"quiet\""};
        add("<p{} dir=\"auto\">{}</p>\n", classes.at(static_cast<std::size_t>(part.tone)), with_isolates(part.text));
    }
    void write(const Bullets& part) {
        out_ += part.numbered ? "<ul class=\"numbered\">" : "<ul>";
        for (const auto& item : part.items) add("<li dir=\"auto\">{}</li>", with_isolates(item));
        out_ += "</ul>\n";
    }
    void write(const Facts& part) {
        if (part.rows.empty()) return;
        out_ += "<dl>";
        for (const auto& fact : part.rows) add("<dt>{}</dt><dd dir=\"auto\">{}</dd>", with_isolates(fact.label), with_isolates(fact.value));
        out_ += "</dl>\n";
    }
    void write(const Table& part) {
        begin_table(part.caption);
        for (const auto& column : part.columns) add("<th scope=\"col\" dir=\"auto\"{}>{}</th>", column.number ? " class=\"number\"" : "", with_isolates(column.title));
        out_ += "</tr></thead><tbody>\n";
        for (const auto& row : part.rows) {
            out_ += "<tr>";
            for (std::size_t i = 0; i < row.size(); ++i) add("<td{} dir=\"auto\">{}</td>", part.columns.at(i).number ? " class=\"number\"" : "", with_isolates(row[i]));
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
    }
    void write(const Bars& part) {
        std::uint32_t most = 1;
        for (const auto& bar : part.bars) most = std::max(most, bar.value);
        begin_table(part.caption);
        add("<th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th><td aria-hidden=\"true\" style=\"width:40%\"></td></tr></thead><tbody>\n",
            with_isolates(part.label_title), with_isolates(part.value_title));
        for (const auto& bar : part.bars)
            add("<tr><td>{}{}</td><td class=\"number\">{}</td><td aria-hidden=\"true\"><span class=\"bar\" style=\"width:{:.1f}%;background:{}\"></span></td></tr>\n",
                badge(bar.badge, bar.hue), with_isolates(isolated(bar.label)), bar.value, 100.0 * bar.value / most, css(colors_of(bar.hue).strong));
        out_ += "</tbody></table></div>\n";
    }
    void write(const Scores& part) {
        begin_table(part.caption);
        out_ += "<td></td>";
        for (const auto& column : part.columns) add("<th scope=\"col\" dir=\"auto\">{}</th>", with_isolates(column));
        out_ += "</tr></thead><tbody>\n";
        for (const auto& row : part.rows) {
            add("<tr><th scope=\"row\" class=\"row\">{}{}</th>", badge(row.badge, row.hue), with_isolates(isolated(row.label)));
            for (const auto& cell : row.cells) {
                if (part.colours) add("<td><span class=\"seen\" aria-hidden=\"true\">{}</span>{}</td>", shares(cell), with_isolates(cell.text));
                else add("<td><span class=\"score\"><b>{}</b><span class=\"steps\" aria-hidden=\"true\">{}</span></span></td>", with_isolates(cell.text), columns(cell, row.hue));
            }
            out_ += "</tr>\n";
        }
        out_ += "</tbody></table></div>\n";
    }
    static std::string columns(const Scores::Cell& cell, Hue hue) {
        const auto most = std::max(1U, *std::ranges::max_element(cell.counts));
        std::string drawn;
        for (const auto count : cell.counts) drawn += fmt::format("<i style=\"height:{:.0f}%;background:{}\"></i>", 100.0 * count / most, css(colors_of(hue).strong));
        return drawn;
    }
    static std::string shares(const Scores::Cell& cell) {
        std::string drawn;
        for (std::size_t i = 0; i < cell.counts.size(); ++i)
            if (cell.counts[i] > 0) drawn += fmt::format("<i style=\"flex:{};background:{}\"></i>", cell.counts[i], css(light_of(i)));
        return drawn;
    }
    void write(const Card& part) {
        add("<div class=\"card\" style=\"border-color:{}\"><div class=\"head\">{}<h3 dir=\"auto\">{}</h3><span class=\"aside\">{}</span></div>\n",
            css(colors_of(part.hue).strong), badge(part.badge, part.hue), with_isolates(part.title), with_isolates(part.aside));
        write(Facts{part.facts});
        if (!part.items.empty()) {
            out_ += "<ul class=\"items\">\n";
            for (const auto& item : part.items) write(item);
            out_ += "</ul>\n";
        }
        out_ += "</div>\n";
    }
    void write(const Item& item) {
        go_on();
        add("<li dir=\"auto\">{}{}", badge(item.badge, item.hue), with_isolates(item.text));
        if (!item.details.empty()) add(" <span class=\"details\" dir=\"auto\">{}</span>", with_isolates(item.details));
        for (const auto& mark : item.marks) add(" <span class=\"mark\" dir=\"auto\">{}</span>", with_isolates(mark));
        if (!item.pictures.empty()) {
            out_ += "<div class=\"photos\">";
            for (const auto& picture : item.pictures) {
                out_ += "<figure>";
                image(picture, false, item.text);
                if (!picture.description.empty()) add("<figcaption dir=\"auto\">{}</figcaption>", with_isolates(picture.description));
                out_ += "</figure>";
            }
            out_ += "</div>";
        }
        out_ += "</li>\n";
    }
    void write(const Plan& part) {
        out_ += "<div class=\"plan\">";
        if (image(part.picture, true, {})) {
            // Sizes are hundredths of the width of the plan.
            const double height = part.width ? 100.0 * part.height / part.width : 100;
            add("<svg viewBox=\"0 0 100 {:.2f}\" aria-hidden=\"true\">", height);
            const auto letters = letters_of(part.pins, 100, height, std::vector(part.pins.size(), 2.0));
            for (std::size_t i = 0; i < letters.size(); ++i)
                if (const double x = 100 * part.pins[i].x, y = height * part.pins[i].y; letters[i].is_off)
                    add("<path d=\"M{0:.2f} {1:.2f}L{2:.2f} {3:.2f}\" stroke=\"#fff\" stroke-width=\".5\"/>"
                        "<path d=\"M{0:.2f} {1:.2f}L{2:.2f} {3:.2f}\" stroke=\"{4}\" stroke-width=\".2\"/>"
                        "<circle cx=\"{0:.2f}\" cy=\"{1:.2f}\" r=\".4\" fill=\"{4}\" stroke=\"#fff\" stroke-width=\".2\"/>",
                        x, y, letters[i].x, letters[i].y, css(ink));
            for (std::size_t i = 0; i < letters.size(); ++i)
                add("<g transform=\"translate({:.2f} {:.2f})\"><circle r=\"2\" fill=\"{}\" stroke=\"#fff\" stroke-width=\".4\"/>"
                    "<text text-anchor=\"middle\" y=\".7\" font-size=\"1.8\" font-weight=\"700\" fill=\"#fff\">{}</text></g>",
                    letters[i].x, letters[i].y, css(colors_of(part.pins[i].hue).strong), escaped(part.pins[i].label));
            out_ += "</svg>";
        }
        out_ += "</div>\n";
    }

    /// A drawing; whoever cannot see it reads the table below it.
    void write(const Timeline& part) {
        constexpr double label_room = 26, lane_height = 4.4, top = 5.6;
        const double room = 100 - label_room, height = top + lane_height * static_cast<double>(part.lanes.size());
        const auto at = [&](double x) { return label_room + x * room; };
        add("<div class=\"wide\" aria-hidden=\"true\"><svg class=\"timeline\" viewBox=\"0 0 100 {:.2f}\" font-size=\"1.7\">", height + 0.2);
        for (const auto& tick : part.months)
            add("<path d=\"M{0:.2f} {3:.2f}V{4:.2f}\" stroke=\"#d5d3c4\" stroke-width=\".1\"/><g fill=\"#48564c\"><text x=\"{0:.2f}\" dx=\".4\" y=\"2.2\">{1}</text>"
                "<text x=\"{0:.2f}\" dx=\".4\" y=\"4.4\">{2}</text></g>",
                at(tick.at), escaped(tick.label), escaped(tick.below), top, height);
        for (double y = top; const auto& lane : part.lanes) {
            add("<svg x=\"0\" y=\"{:.2f}\" width=\"{}\" height=\"{}\"><text y=\"2.7\">{}</text></svg>", y, label_room - 1, lane_height, escaped(lane.label));
            for (const auto& season : lane.season) box(at(season.from), y + 0.2, (season.until - season.from) * room, lane_height - 0.4, colors_of(lane.hue).tint);
            box(at(lane.work.from), y + 1.2, std::max((lane.work.until - lane.work.from) * room, 0.7), 2, colors_of(lane.hue).strong);
            add("<path d=\"M0 {:.2f}H100\" stroke=\"#d5d3c4\" stroke-width=\".1\"/>", y);
            y += lane_height;
        }
        out_ += "</svg></div>\n";
        if (!part.key.empty()) add("<p class=\"quiet\">{}</p>\n", with_isolates(part.key));
    }
    void box(double x, double y, double width, double height, Color color) {
        add("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" rx=\".3\" fill=\"{}\"/>", x, y, width, height, css(color));
    }

    void begin_table(const std::string& caption) {
        // Where it is wider than the screen, keys move it.
        add("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"><table>", escaped(caption.empty() ? title_ : caption));
        if (!caption.empty()) add("<caption dir=\"auto\">{}</caption>", with_isolates(caption));
        out_ += "<thead><tr>";
    }
    static std::string badge(const std::string& text, Hue hue) {
        if (text.empty()) return {};
        return fmt::format("<bdi class=\"badge\" style=\"background:{};color:{}\">{}</bdi> ", css(colors_of(hue).tint), css(colors_of(hue).strong), escaped(text));
    }
    /// `of`: what it belongs to, for whoever does not see it and nobody described it.
    bool image(const Picture& picture, bool large, std::string_view of) {
        const auto found = pictures_.find(picture.id);
        if (found == pictures_.end()) return false;
        add("<img alt=\"{}\" src=\"data:image/jpeg;base64,{}\">", escaped(picture.description.empty() ? of : std::string_view{picture.description}), base::to_base64(large ? found->second->large : found->second->thumbnail));
        return true;
    }

    const Document& d_;
    const Pictures& pictures_;
    Course* course_;
    std::size_t parts_{}, written_{};
    std::string title_;  ///< of the section
    std::string out_;
};

}  // namespace

std::string html_of(const Document& document, const Pictures& pictures, Course* course) { return Page{document, pictures, course}.text(); }

}  // namespace kiemkring::report
