//! The report as it stands on paper. Its parts stand one after the other: what divides them among
//! sheets (`embed/paper.ts`) keeps a heading with what follows it.

use super::Letterhead;
use super::drawing::drawing;
use crate::present::chart::Chart;
use crate::present::evidence::{Evidence, chosen};
use crate::present::headline::{Amount, Costs};
use crate::present::idea::ResultView;
use crate::present::kpi::Row as Measured;
use crate::present::report::{NumberRow, Report, Step, version};
use crate::ui::evidence::Fetched;
use crate::ui::scene::Scene;
use crate::ui::speak::speak;
use l10n::text::{Message, say};
use yew::prelude::*;

/// A message whose figures are mere text.
pub fn words(scene: &Scene, message: &Message) -> Html {
    speak(scene, &message.clone().unnamed())
}

/// What stands at the top and at the foot of every sheet.
pub fn running(scene: &Scene, head: &Letterhead, title: &Message) -> Html {
    let owner = |name: &str| Message::from(name.to_owned());
    let client = || say::ReportForClient {
        client: owner(&head.client),
    };
    let foot = if head.today.is_empty() {
        scene.text(&version())
    } else {
        format!("{} · {}", head.today, scene.text(&version()))
    };
    html! { <>
        <header class="running">
            <span>{scene.text(title)}</span>
            if !head.client.is_empty() { <span>{scene.text(&client().into())}</span> }
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

fn heading(scene: &Scene, title: &Message) -> Html {
    html! { <h4 class="with-next">{scene.text(title)}</h4> }
}

fn cover(scene: &Scene, report: &Report, head: &Letterhead) -> Html {
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
                if let Some(logo) = &scene.look.logo { <img src={logo.clone()} alt="" /> }
                if !head.by.is_empty() { <p>{scene.text(&name().into())}</p> }
                if !head.today.is_empty() { <p>{&head.today}</p> }
            </div>
            <h3>{scene.text(&say::report_title())}</h3>
            <p class="cover-subject">
                {scene.text(&subject.into())}
                if !head.client.is_empty() { {" · "}{scene.text(&client().into())} }
            </p>
        </div>
    }
}

fn verdict(scene: &Scene, report: &Report) -> Html {
    let headline = &report.headline;
    html! {
        <div class="in-short">
            <p class="in-short-chip"><strong>{scene.text(&headline.chip)}</strong>
                if let Some(certainty) = &headline.certainty { {" "}{words(scene, certainty)} }
            </p>
            <p>{words(scene, &headline.sentence)}</p>
            if headline.verdict.is_none() { <p>{scene.text(&say::report_nobody())}</p> }
            if scene.answer.stale { <p><strong>{scene.text(&say::report_stale())}</strong></p> }
        </div>
    }
}

fn amount(scene: &Scene, amount: &Amount) -> Html {
    html! {
        <div>
            <p>{scene.text(&amount.title)}</p>
            <p class="amount">{words(scene, &amount.amount)}</p>
            <p class="fine">{words(scene, &amount.detail)}</p>
            if let Some(profit) = &amount.profit { <p class="fine">{words(scene, profit)}</p> }
        </div>
    }
}

/// Both sides alike, and the net of them.
fn costs(scene: &Scene, costs: &Costs) -> Html {
    html! { <>
        <div class="amounts">
            {amount(scene, &costs.lost)}
            {amount(scene, &costs.spent)}
            {amount(scene, &costs.net)}
        </div>
        <p class="fine">
            {scene.text(&say::verdict_band_title())}{": "}{words(scene, &costs.band)}{". "}
            {scene.text(&say::verdict_rule_title())}{": "}{words(scene, &costs.rule)}{"."}
        </p>
        { for costs.notes.iter().map(|note| html! { <p class="aside">{words(scene, note)}</p> }) }
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

fn made_of(scene: &Scene, report: &Report) -> Html {
    let view = &report.made_of;
    let heads = [
        String::new(),
        scene.text(&view.here),
        scene.text(&view.best),
    ];
    let parts = view.parts.iter().map(|part| {
        let figure = |figure| html! { {scene.figure(figure)} };
        vec![
            html! { {scene.text(&part.what)} },
            figure(&part.here),
            figure(&part.best),
        ]
    });
    let line = |line: &crate::present::breakdown::Part| {
        vec![
            html! { {scene.text(&line.label)} },
            html! { {scene.figure(&line.figure)} },
        ]
    };
    let of_loss = [
        scene.text(&say::report_lines()),
        scene.text(&say::report_a_year()),
    ];
    html! { <>
        {heading(scene, &say::chart_made_of())}
        <div class="two">
            {table(&heads, &[1, 2], parts.collect())}
            if !report.lines.is_empty() {
                {table(&of_loss, &[1], report.lines.iter().map(line).collect())}
            }
        </div>
    </> }
}

fn step(scene: &Scene, step: &Step) -> Html {
    let lever = &step.lever;
    let gain = lever.gain.clone().map(|gain| say::LeverGain { gain });
    html! {
        <div class="step-of">
            <p class="step-title"><strong>{scene.text(&lever.title)}</strong>if let Some(gain) = gain { <span>{words(scene, &gain.into())}</span> }</p>
            if !lever.worth_it { <p><strong>{scene.text(&say::lever_not_worth())}</strong></p> }
            <p>{words(scene, &lever.sentence)}</p>
            if !step.first.is_empty() {
                <p>{scene.text(&step.label)}{" "}
                    { for step.first.iter().enumerate().map(|(at, first)| html! { <>
                        if at > 0 { {"; "} }{words(scene, first)}
                    </> }) }
                </p>
            }
        </div>
    }
}

fn idea(scene: &Scene, (name, result): &(Message, ResultView)) -> Html {
    html! {
        <div class="step-of">
            <p class="step-title"><strong>{scene.text(name)}</strong><span>{scene.text(&result.chip)}</span></p>
            <p>{words(scene, &result.sentence)}{" "}{words(scene, &result.payback)}</p>
        </div>
    }
}

fn number(scene: &Scene, row: &NumberRow) -> Vec<Html> {
    vec![
        html! { {scene.text(&row.label)} },
        html! { <>{words(scene, &row.value)}{" "}{scene.text(&row.unit)}</> },
        html! { {scene.text(&row.source)} },
    ]
}

fn measured(scene: &Scene, row: &Measured) -> Vec<Html> {
    vec![
        html! { {scene.text(&row.what)} },
        html! { {scene.text(&row.how)} },
        words(scene, &row.now),
        words(scene, &row.target),
    ]
}

/// Assumptions that were changed, if any.
fn changed(scene: &Scene, report: &Report) -> Html {
    if report.changed.is_empty() {
        return Html::default();
    }
    let heads = [say::report_number(), say::report_given(), say::report_set()]
        .map(|head| scene.text(&head));
    let rows = report.changed.iter().map(|view| {
        let unit = scene.text(&view.unit);
        let value = |figure| html! { {format!("{} {unit}", scene.figure(figure))} };
        vec![
            html! { {scene.text(&view.label)} },
            value(&view.given),
            value(&view.value),
        ]
    });
    html! { <>
        {heading(scene, &say::report_changed())}
        {table(&heads, &[1, 2], rows.collect())}
    </> }
}

fn source(scene: &Scene, evidence: &Evidence) -> Html {
    let address = evidence.link();
    html! {
        <p class="source">
            <span lang="en">{&evidence.source}{": "}{&evidence.claim}</span>
            {" · "}{scene.text(&evidence.seen())}
            if let Some(address) = address { {" · "}<span class="address">{address}</span> }
        </p>
    }
}

fn sources(scene: &Scene, report: &Report, evidence: &Fetched) -> Html {
    let rows = match evidence {
        Fetched::Here(all) => {
            let rows = chosen(all, &report.evidence).into_iter();
            rows.map(|row| source(scene, row)).collect()
        }
        Fetched::Waiting | Fetched::Failed => html! {
            <p class="source">{scene.text(&say::report_no_sources())}</p>
        },
    };
    html! { <>
        {heading(scene, &say::report_sources())}
        {rows}
        <p class="fine">{scene.text(&say::report_sources_how())}{" "}{scene.text(&say::footer_method())}</p>
    </> }
}

/// The report.
pub fn report(
    scene: &Scene,
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
    .map(|head| scene.text(&head));
    let heads_of_kpi = [
        say::kpi_what(),
        say::kpi_how(),
        say::kpi_now(),
        say::kpi_aim(),
    ]
    .map(|head| scene.text(&head));
    let measured = report.kpi.rows.iter().map(|row| measured(scene, row));
    let numbers = report.numbers.iter().map(|row| number(scene, row));
    html! {
        <article class="paper" data-paper="report">
            {running(scene, head, &say::report_title())}
            {cover(scene, report, head)}
            {verdict(scene, report)}
            {costs(scene, costed)}
            <h4 class="with-next">{scene.text(&say::chart_money())}</h4>
            {drawing(scene, chart)}
            {made_of(scene, report)}
            {heading(scene, &say::report_steps())}
            if report.steps.iter().any(|step| step.lever.worth_it) {
                { for report.steps.iter().map(|each| step(scene, each)) }
            } else {
                <p>{scene.text(&say::report_nothing_to_do())}</p>
                { for report.steps.iter().map(|each| step(scene, each)) }
            }
            if !report.ideas.is_empty() {
                {heading(scene, &say::report_ideas())}
                { for report.ideas.iter().map(|each| idea(scene, each)) }
            }
            {heading(scene, &say::panel_kpi())}
            {table(&heads_of_kpi, &[2, 3], measured.collect())}
            {heading(scene, &say::report_numbers())}
            {table(&heads_of_numbers, &[1], numbers.collect())}
            {changed(scene, report)}
            {heading(scene, &say::report_limits())}
            { for report.limits.iter().map(|limit| html! { <p class="fine">{words(scene, limit)}</p> }) }
            {sources(scene, report, evidence)}
        </article>
    }
}
