//! The self-assessment's results and the KPI sheet: figures of the model, words in every language.

use crate::said::{answer, figure, said, say_all};
use model::{Tables, scores};
use service_level_calculator::present::Answer;
use service_level_calculator::present::assessment::AssessmentView;
use service_level_calculator::present::kpi::KpiView;
use service_level_calculator::session::{Action, DeliveredBy, Entry, Field};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn practices(answers: &[u8]) -> Answer {
    let actions = answers.iter().enumerate();
    answer(actions.map(|(index, answer)| Action::Practice(index, Some(*answer))))
}

fn place(id: &str) -> usize {
    tables()
        .practices
        .iter()
        .position(|row| row.id == id)
        .unwrap()
}

#[test]
fn the_scores_are_the_models_and_the_weakest_has_its_lever() {
    let answers = [4, 3, 1, 2, 4, 4, 3, 3, 4, 4];
    let view = AssessmentView::new(&practices(&answers), tables()).unwrap();
    let model = scores(&answers, tables()).unwrap();
    let shown = |scores: &[service_level_calculator::present::assessment::Score]| {
        scores
            .iter()
            .map(|score| (score.id.clone(), score.score.value))
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(&view.dimensions), model.dimensions);
    assert_eq!(shown(&view.stages), model.stages);
    let weakest: Vec<_> = view
        .dimensions
        .iter()
        .chain(&view.stages)
        .filter(|score| score.weakest)
        .collect();
    assert_eq!(weakest.len(), 2);
    assert_eq!(weakest[0].id, model.weakest_dimension);
    assert_eq!(weakest[1].id, model.weakest_stage);
    assert_eq!(view.levers.len(), 2);
    assert!(said("en", &view.levers[0]).starts_with("Responsiveness."));
}

#[test]
fn it_is_shown_only_where_practices_decide() {
    assert_eq!(AssessmentView::new(&answer([]), tables()), None);
    assert_eq!(
        AssessmentView::new(&answer([Action::By(DeliveredBy::Practices)]), tables()),
        None
    );
    let back = [Action::Practice(0, Some(1)), Action::Rung("basic".into())];
    assert_eq!(AssessmentView::new(&answer(back), tables()), None);
    assert!(AssessmentView::new(&answer([Action::Practice(0, Some(1))]), tables()).is_some());
}

#[test]
fn over_care_is_named_and_so_is_its_absence() {
    let warnings = |answer: &Answer| {
        let view = AssessmentView::new(answer, tables()).unwrap();
        view.too_much
            .iter()
            .map(|message| said("en", message))
            .collect::<Vec<_>>()
    };
    assert!(warnings(&practices(&[3; 10]))[0].starts_with("Nothing in your answers"));
    for (id, word) in [
        ("listens_without_pushing", "pushed"),
        ("remembers_without_nagging", "nagged"),
    ] {
        let mut answers = [3; 10];
        answers[place(id)] = 2;
        let warnings = warnings(&practices(&answers));
        assert_eq!(warnings.len(), 1);
        assert!(warnings[0].contains(word), "{warnings:?}");
    }
    let above = warnings(&practices(&[4; 10]));
    assert!(above[0].contains("sugary"), "{above:?}");
}

#[test]
fn perfect_answers_name_nothing_weak() {
    let view = AssessmentView::new(&practices(&[4; 10]), tables()).unwrap();
    assert!(view.levers.is_empty());
    assert!(
        view.dimensions
            .iter()
            .chain(&view.stages)
            .all(|score| !score.weakest)
    );
}

#[test]
fn signs_that_are_missing_are_listed() {
    let open = AssessmentView::new(&practices(&[3; 10]), tables()).unwrap();
    assert!(said("en", open.signs.as_ref().unwrap()).contains("not answered"));
    let some = [
        Action::Practice(0, Some(3)),
        Action::Sign(0, Some(1.0)),
        Action::Sign(1, Some(0.5)),
    ];
    let view = AssessmentView::new(&answer(some), tables()).unwrap();
    let signs = said("en", view.signs.as_ref().unwrap());
    assert!(
        signs.contains("Procedures") && !signs.contains("All possible situations"),
        "{signs}"
    );
    let all = (0..5).map(|index| Action::Sign(index, Some(1.0)));
    let all = all.chain([Action::Practice(0, Some(3))]);
    assert_eq!(
        AssessmentView::new(&answer(all), tables()).unwrap().signs,
        None
    );
}

#[test]
fn every_word_is_there_in_every_language() {
    for level in 0..=4 {
        let view = AssessmentView::new(&practices(&[level; 10]), tables()).unwrap();
        let labels = view
            .dimensions
            .iter()
            .chain(&view.stages)
            .map(|score| &score.label);
        say_all(
            labels
                .chain(&view.levers)
                .chain(&view.signs)
                .chain(&view.too_much),
        );
    }
}

#[test]
fn the_sheet_gives_the_models_present_values_and_targets() {
    for rung in ["terrible", "basic", "expected", "wow"] {
        let answer = answer([Action::Rung(rung.into())]);
        let view = KpiView::new(&answer, &Entry::Unknown, tables());
        let (o, firm) = (&answer.outcome, &answer.firm);
        let aim = firm.yearly(o.sufficient, firm.business.consistency.max(0.9));
        let row = |id: &str| view.rows.iter().find(|row| row.id == id).unwrap();
        let (now, target) = (
            |id, name: &str| figure(&row(id).now, name),
            |id, name: &str| figure(&row(id).target, name),
        );
        assert_eq!(now("dissatisfied", "dissatisfied"), Some(o.dissatisfied));
        assert_eq!(
            target("dissatisfied", "kpi.dissatisfied"),
            Some(aim.dissatisfied)
        );
        assert_eq!(now("churn", "service_churn"), Some(o.service_churn));
        assert_eq!(
            target("churn", "kpi.service_churn"),
            Some(aim.service_churn)
        );
        assert_eq!(target("retention", "kpi.retention"), Some(aim.retention));
        assert_eq!(target("level", "sufficient"), Some(o.sufficient));
        assert_eq!(target("consistency", "kpi.consistency"), Some(0.9));
        let share = now("at_risk", "revenue_lost_next_year.share").unwrap();
        assert!((share * o.revenue - o.revenue_lost_next_year).abs() < 1e-9 * o.revenue);
        assert!(
            target("at_risk", "kpi.revenue_lost_next_year").unwrap() <= share + 1e-12
                || rung == "wow"
        );
        say_all(
            view.rows
                .iter()
                .flat_map(|row| [&row.what, &row.how, &row.now, &row.target]),
        );
    }
}

#[test]
fn the_target_of_the_revenue_lost_is_the_outcome_at_that_level_and_evenness() {
    let answer = answer([Action::Rung("basic".into())]);
    let mut there = answer.firm;
    there.level = answer.outcome.sufficient;
    there.business.consistency = there.business.consistency.max(0.9);
    let there = there.outcome();
    let view = KpiView::new(&answer, &Entry::Unknown, tables());
    let row = view.rows.iter().find(|row| row.id == "at_risk").unwrap();
    let target = figure(&row.target, "kpi.revenue_lost_next_year").unwrap();
    assert!((target - there.revenue_lost_next_year / there.revenue).abs() < 1e-12);
}

#[test]
fn the_promoter_score_decides_nothing_and_faults_stand_beside_it() {
    let answer = answer([Action::Number(Field::Nps, Entry::Number(40.0))]);
    let none = self::answer([]);
    assert_eq!(answer.outcome, none.outcome);
    let sheet = |entry: &Entry| KpiView::new(&none, entry, tables());
    let now = |entry: &Entry| said("en", &sheet(entry).rows.last().unwrap().now);
    assert_eq!(now(&Entry::Number(40.0)), "40");
    assert_eq!(now(&Entry::Number(-100.0)), "-100");
    for wrong in [
        Entry::Number(101.0),
        Entry::Number(f64::NAN),
        Entry::Text("many".into()),
    ] {
        assert_eq!(now(&wrong), "not measured");
        say_all(&sheet(&wrong).nps.error);
        assert!(sheet(&wrong).nps.error.is_some());
    }
}

#[test]
fn having_measured_leads_to_the_measured_level() {
    let by = Action::By(DeliveredBy::Measured);
    let waiting = answer([by.clone()]);
    let view = KpiView::new(&waiting, &Entry::Unknown, tables());
    assert!(said("en", view.measured.as_ref().unwrap()).contains("Until then"));
    let measured = answer([by, Action::Number(Field::Measured, Entry::Number(0.4))]);
    let view = KpiView::new(&measured, &Entry::Unknown, tables());
    assert_eq!(
        figure(view.measured.as_ref().unwrap(), "level"),
        Some(measured.outcome.level)
    );
    assert_eq!(
        KpiView::new(&answer([]), &Entry::Unknown, tables()).measured,
        None
    );
}
