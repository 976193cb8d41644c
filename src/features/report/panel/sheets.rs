//! The report as it stands on paper. Its parts stand one after the other: what divides them among
//! sheets (`embed/paper.ts`) keeps a heading with what follows it.

use crate::context::Context;
use crate::features::chart::Chart;
use crate::features::explanation::Fetched;
use crate::features::explanation::{Evidence, chosen};
use crate::features::idea::ResultView;
use crate::features::kpi::Row as Measured;
use crate::features::report::panel::Letterhead;
use crate::features::report::panel::drawing::drawing;
use crate::features::report::view::{NumberRow, Report, Step, version};
use crate::features::verdict::{Amount, Costs};
use crate::widgets::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

/// A message whose figures are mere text.
pub fn words(context: &Context, message: &Message) -> Html {
    speak(context, &message.clone().unnamed())
}

/// What stands at the top and at the foot of every sheet.
pub fn running(context: &Context, head: &Letterhead, title: &Message) -> Html {
    let owner = |name: &str| Message::from(name.to_owned());
    let client = || say::ReportForClient {
        client: owner(&head.client),
    };
    let foot = if head.today.is_empty() {
        context.text(&version())
    } else {
        format!("{} · {}", head.today, context.text(&version()))
    };
    html! { <>
        <header class="running">
            <span>{context.text(title)}</span>
            if !head.client.is_empty() { <span>{context.text(&client().into())}</span> }
        </header>
        <footer class="running">
            <span>
                if !head.by.is_empty() { {&head.by}{" · "} }
                {foot}
            </span>
            <span data-page="" />
        </footer>
    </> }
}

fn heading(context: &Context, title: &Message) -> Html {
    html! { <h4 class="with-next">{context.text(title)}</h4> }
}

fn cover(context: &Context, report: &Report, head: &Letterhead) -> Html {
    let name = || say::ReportByName {
        name: Message::from(head.by.clone()),
    };
    let subject = say::ReportSubject {
        segment: report.segment.clone(),
        tier: report.tier.clone(),
    };
    let client = || say::ReportForClient {
        client: Message::from(head.client.clone()),
    };
    html! {
        <div class="cover">
            <div class="cover-owner">
                if let Some(logo) = &context.site.look.logo { <img src={logo.clone()} alt="" /> }
                if !head.by.is_empty() { <p>{context.text(&name().into())}</p> }
                if !head.today.is_empty() { <p>{&head.today}</p> }
            </div>
            <h3>{context.text(&say::report_title())}</h3>
            <p class="cover-subject">
                {context.text(&subject.into())}
                if !head.client.is_empty() { {" · "}{context.text(&client().into())} }
            </p>
        </div>
    }
}

fn verdict(context: &Context, report: &Report) -> Html {
    let headline = &report.headline;
    html! {
        <div class="in-short">
            <p class="in-short-chip"><strong>{context.text(&headline.chip)}</strong>
                if let Some(certainty) = &headline.certainty { {" "}{words(context, certainty)} }
            </p>
            <p>{words(context, &headline.sentence)}</p>
            if headline.verdict.is_none() { <p>{context.text(&say::report_nobody())}</p> }
            if context.answer.stale { <p><strong>{context.text(&say::report_stale())}</strong></p> }
        </div>
    }
}

fn amount(context: &Context, amount: &Amount) -> Html {
    html! {
        <div>
            <p>{context.text(&amount.title)}</p>
            <p class="amount">{words(context, &amount.amount)}</p>
            <p class="fine">{words(context, &amount.detail)}</p>
            if let Some(profit) = &amount.profit { <p class="fine">{words(context, profit)}</p> }
        </div>
    }
}

/// Both sides alike, and the net of them.
fn costs(context: &Context, costs: &Costs) -> Html {
    html! { <>
        <div class="amounts">
            {amount(context, &costs.lost)}
            {amount(context, &costs.spent)}
            {amount(context, &costs.net)}
        </div>
        <p class="fine">
            {context.text(&say::verdict_band_title())}{": "}{words(context, &costs.band)}{". "}
            {context.text(&say::verdict_rule_title())}{": "}{words(context, &costs.rule)}{"."}
        </p>
        { for costs.notes.iter().map(|note| html! { <p class="aside">{words(context, note)}</p> }) }
    </> }
}

/// A table; the first column names the rows, the others are numbers where `numbers` says so.
fn table(heads: &[String], numbers: &[usize], rows: Vec<Vec<Html>>) -> Html {
    let class = |at: usize| numbers.contains(&at).then_some("numbers");
    let cell = |(at, cell): (usize, Html)| {
        if at == 0 {
            html! { <th scope="row">{cell}</th> }
        } else {
            html! { <td class={class(at)}>{cell}</td> }
        }
    };
    html! {
        <table>
            <thead><tr>{ for heads.iter().enumerate().map(|(at, head)| html! { <th scope="col" class={class(at)}>{head}</th> }) }</tr></thead>
            <tbody>{ for rows.into_iter().map(|row| html! { <tr>{ for row.into_iter().enumerate().map(cell) }</tr> }) }</tbody>
        </table>
    }
}

fn made_of(context: &Context, report: &Report) -> Html {
    let view = &report.made_of;
    let heads = [
        String::new(),
        context.text(&view.here),
        context.text(&view.best),
    ];
    let parts = view.parts.iter().map(|part| {
        let figure = |figure| html! { {context.figure(figure)} };
        vec![
            html! { {context.text(&part.what)} },
            figure(&part.here),
            figure(&part.best),
        ]
    });
    let line = |line: &crate::features::breakdown::Part| {
        vec![
            html! { {context.text(&line.label)} },
            html! { {context.figure(&line.figure)} },
        ]
    };
    let of_loss = [
        context.text(&say::report_lines()),
        context.text(&say::report_a_year()),
    ];
    html! { <>
        {heading(context, &say::chart_made_of())}
        <div class="two">
            {table(&heads, &[1, 2], parts.collect())}
            if !report.lines.is_empty() {
                {table(&of_loss, &[1], report.lines.iter().map(line).collect())}
            }
        </div>
    </> }
}

fn step(context: &Context, step: &Step) -> Html {
    let lever = &step.lever;
    let gain = lever.gain.clone().map(|gain| say::LeverGain { gain });
    html! {
        <div class="step-of">
            <p class="step-title"><strong>{context.text(&lever.title)}</strong>if let Some(gain) = gain { <span>{words(context, &gain.into())}</span> }</p>
            if !lever.worth_it { <p><strong>{context.text(&say::lever_not_worth())}</strong></p> }
            <p>{words(context, &lever.sentence)}</p>
            if !step.first.is_empty() {
                <p>{context.text(&step.label)}{" "}
                    { for step.first.iter().enumerate().map(|(at, first)| html! { <>
                        if at > 0 { {"; "} }{words(context, first)}
                    </> }) }
                </p>
            }
        </div>
    }
}

fn idea(context: &Context, (name, result): &(Message, ResultView)) -> Html {
    html! {
        <div class="step-of">
            <p class="step-title"><strong>{context.text(name)}</strong><span>{context.text(&result.chip)}</span></p>
            <p>{words(context, &result.sentence)}{" "}{words(context, &result.payback)}</p>
        </div>
    }
}

fn number(context: &Context, row: &NumberRow) -> Vec<Html> {
    vec![
        html! { {context.text(&row.label)} },
        html! { <>{words(context, &row.value)}{" "}{context.text(&row.unit)}</> },
        html! { {context.text(&row.source)} },
    ]
}

fn measured(context: &Context, row: &Measured) -> Vec<Html> {
    vec![
        html! { {context.text(&row.what)} },
        html! { {context.text(&row.how)} },
        words(context, &row.now),
        words(context, &row.target),
    ]
}

/// Assumptions that were changed, if any.
fn changed(context: &Context, report: &Report) -> Html {
    if report.changed.is_empty() {
        return Html::default();
    }
    let heads = [say::report_number(), say::report_given(), say::report_set()]
        .map(|head| context.text(&head));
    let rows = report.changed.iter().map(|view| {
        let unit = context.text(&view.unit);
        let value = |figure| html! { {format!("{} {unit}", context.figure(figure))} };
        vec![
            html! { {context.text(&view.label)} },
            value(&view.given),
            value(&view.value),
        ]
    });
    html! { <>
        {heading(context, &say::report_changed())}
        {table(&heads, &[1, 2], rows.collect())}
    </> }
}

fn source(context: &Context, evidence: &Evidence) -> Html {
    let address = evidence.link();
    html! {
        <p class="source">
            <span lang="en">{&evidence.source}{": "}{&evidence.claim}</span>
            {" · "}{context.text(&evidence.seen())}
            if let Some(address) = address { {" · "}<span class="address">{address}</span> }
        </p>
    }
}

fn sources(context: &Context, report: &Report, evidence: &Fetched) -> Html {
    let rows = match evidence {
        Fetched::Here(all) => {
            let rows = chosen(all, &report.evidence).into_iter();
            rows.map(|row| source(context, row)).collect()
        }
        Fetched::Waiting | Fetched::Failed => html! {
            <p class="source">{context.text(&say::report_no_sources())}</p>
        },
    };
    html! { <>
        {heading(context, &say::report_sources())}
        {rows}
        <p class="fine">{context.text(&say::report_sources_how())}{" "}{context.text(&say::footer_method())}</p>
    </> }
}

/// The report.
pub fn report(
    context: &Context,
    report: &Report,
    (costed, chart): (&Costs, &Chart),
    head: &Letterhead,
    evidence: &Fetched,
) -> Html {
    let heads_of_numbers = [
        say::report_number(),
        say::report_value(),
        say::report_source(),
    ]
    .map(|head| context.text(&head));
    let heads_of_kpi = [
        say::kpi_what(),
        say::kpi_how(),
        say::kpi_now(),
        say::kpi_aim(),
    ]
    .map(|head| context.text(&head));
    let measured = report.kpi.rows.iter().map(|row| measured(context, row));
    let numbers = report.numbers.iter().map(|row| number(context, row));
    html! {
        <article class="paper" data-paper="report">
            {running(context, head, &say::report_title())}
            {cover(context, report, head)}
            {verdict(context, report)}
            {costs(context, costed)}
            <h4 class="with-next">{context.text(&say::chart_money())}</h4>
            {drawing(context, chart)}
            {made_of(context, report)}
            {heading(context, &say::report_steps())}
            if report.steps.iter().any(|step| step.lever.worth_it) {
                { for report.steps.iter().map(|each| step(context, each)) }
            } else {
                <p>{context.text(&say::report_nothing_to_do())}</p>
                { for report.steps.iter().map(|each| step(context, each)) }
            }
            if !report.ideas.is_empty() {
                {heading(context, &say::report_ideas())}
                { for report.ideas.iter().map(|each| idea(context, each)) }
            }
            {heading(context, &say::panel_kpi())}
            {table(&heads_of_kpi, &[2, 3], measured.collect())}
            {heading(context, &say::report_numbers())}
            {table(&heads_of_numbers, &[1], numbers.collect())}
            {changed(context, report)}
            {heading(context, &say::report_limits())}
            { for report.limits.iter().map(|limit| html! { <p class="fine">{words(context, limit)}</p> }) }
            {sources(context, report, evidence)}
        </article>
    }
}
