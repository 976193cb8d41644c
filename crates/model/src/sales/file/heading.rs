//! Headings of columns, as tills, bookkeeping and shops name them in English and Russian.

use super::columns::Role;
use crate::sales::characters::plain;

/// Headings of a role, the surest first; a column whose heading stands in an earlier row is taken
/// in place of one in a later row.
const CUSTOMER: [&str; 6] = [
    "customer id, client id, patient id, guest id, member id, id customer, id client, \
     customer number, customer no, customer code, client number, client no, client code, \
     id клиента, ид клиента, код клиента, номер клиента, id покупателя, код покупателя, \
     код контрагента, id гостя, id пациента, клиент id, id клиент, id контрагента, \
     номер пациента",
    "customer, customers, client, clients, patient, guest, member, buyer, subscriber, \
     student, клиент, клиенты, покупатель, контрагент, заказчик, гость, пациент, посетитель, \
     абонент, ученик, пассажир, пользователь",
    "card, card number, card no, карты, loyalty card, customer card, карта, номер карты, \
     карта клиента, карта гостя, карта лояльности, дисконтная карта, бонусная карта, \
     номер дисконтной карты",
    "phone, phone number, phone no, mobile, mobile phone, tel, telephone, customer phone, \
     client phone, телефон, тел, номер телефона, телефон клиента, телефон покупателя, \
     телефон гостя, телефон пациента, мобильный, мобильный телефон, моб телефон, моб тел",
    "email, e mail, mail, email address, customer email, client email, почта, эл почта, \
     электронная почта, email клиента, e mail клиента, имейл, адрес электронной почты",
    "customer name, client name, patient name, guest name, full name, name, имя, \
     имя клиента, фио, ф и о, фио клиента, клиент фио, фио пациента, фио гостя, имя гостя, \
     имя покупателя, наименование клиента, имя фамилия, фамилия имя, фамилия имя отчество",
];

/// As [`CUSTOMER`]; beyond these, any heading with a word for a date in it.
const DATE: [&str; 4] = [
    "date, datetime, date time, дата, дата время, дата и время, timestamp",
    "sale date, sales date, date of sale, purchase date, date of purchase, order date, \
     transaction date, invoice date, receipt date, visit date, date of visit, booking date, \
     appointment date, дата продажи, дата покупки, дата заказа, дата чека, дата визита, \
     дата посещения, дата операции, дата документа, дата приема, дата услуги, \
     дата реализации, дата записи",
    "paid at, paid on, payment date, дата оплаты, дата платежа",
    "created at, created, completed at, closed at, day, дата создания, день, когда, время",
];

/// As [`CUSTOMER`].
const AMOUNT: [&str; 4] = [
    "total, grand total, total amount, order total, order total amount, total paid, total collected, total price, итого, всего, \
     итоговая сумма, сумма итого, итого сумма, сумма к оплате, к оплате, сумма со скидкой, сумма с ндс, всего с ндс, \
     стоимость со скидкой, итого к оплате",
    "amount, sum, sale amount, sales amount, order amount, amount paid, transaction amount, \
     invoice amount, net sales, net amount, сумма, сумма чека, сумма заказа, сумма продажи, сумма покупки, \
     сумма оплаты, сумма документа, сумма продаж, сумма реализации, сумма операции, сумма платежа",
    "sales, gross sales, revenue, turnover, paid, payment, выручка, оплачено, \
     оплата, продажи, платеж",
    "price, value, цена, стоимость, стоимость услуги, стоимость услуг",
];

/// The row of [`AMOUNT`] that names a price, which may be that of one piece of several.
const OF_ONE: usize = 3;

/// The row of [`CUSTOMER`] that names phone numbers; the next one names e-mail addresses.
pub const CONTACT: usize = 3;

/// Words for how many pieces were bought.
const QUANTITY: &str = "quantity, qty, pcs, pieces, units, кол, количество, шт";

/// What a heading with a word for a date is of, if it is not of the sale.
const OTHER_DATES: &str = "birth, birthday, born, registration, registered, updated, due, expiry, shipped, \
     delivery, first, last, next, format, рождения, регистрации, изменения, доставки, \
     отгрузки, первого, последнего, следующего";

/// What a heading says that the column is, and how sure that is (0: surest).
pub fn role(heading: &str) -> Option<(Role, usize)> {
    let heading = normal_form(heading);
    let rank = |rows: &[&str]| rows.iter().position(|row| is_one_of(&heading, row));
    if let Some(rank) = rank(&CUSTOMER) {
        return Some((Role::Customer, rank));
    }
    if let Some(rank) = rank(&AMOUNT) {
        return Some((Role::Amount, rank));
    }
    if let Some(rank) = rank(&DATE) {
        return Some((Role::Date, rank));
    }
    let has = |words: &str| heading.split(' ').any(|word| is_one_of(word, words));
    (has("date, дата") && !has(OTHER_DATES)).then_some((Role::Date, DATE.len()))
}

fn is_one_of(text: &str, texts: &str) -> bool {
    texts.split(", ").any(|one| one == text)
}

/// Whether a customer's heading names phone numbers or e-mail addresses.
pub fn is_contact(rank: usize) -> bool {
    rank == CONTACT || rank == CONTACT + 1
}

/// Whether a heading names the price of one piece, if others name how many there are.
pub fn is_of_one(rank: usize) -> bool {
    rank == OF_ONE
}

/// Whether a heading names how many pieces were bought.
pub fn is_quantity(heading: &str) -> bool {
    normal_form(heading)
        .split(' ')
        .any(|word| is_one_of(word, QUANTITY))
}

/// Whether a cell begins with a word for a sum of the rows above.
pub fn is_total(cell: &str) -> bool {
    let words = normal_form(cell);
    let first = words.split(' ').next().unwrap_or_default();
    is_one_of(
        first,
        "total, totals, subtotal, grand, sum, итог, итого, итоги, всего",
    )
}

/// The heading in lower case, its words by single spaces, without what stands in parentheses or
/// after a comma: `OrderDate`, `order_date` and `Order date (UTC)` are one.
fn normal_form(heading: &str) -> String {
    let heading = plain(heading);
    let end = heading.find(['(', ',', '[']).filter(|end| *end > 0);
    let heading = heading
        .get(..end.unwrap_or(heading.len()))
        .unwrap_or_default();
    let mut normal = String::new();
    let mut small = false;
    for character in heading.chars() {
        if (character.is_uppercase() && small) || !character.is_alphanumeric() {
            normal.push(' ');
        }
        if character.is_alphanumeric() {
            let lower = character.to_lowercase();
            normal.extend(lower.map(|lower| if lower == 'ё' { 'е' } else { lower }));
        }
        small = character.is_lowercase();
    }
    let words: Vec<&str> = normal.split_whitespace().collect();
    // A currency at the end says nothing of what the column is: `Amount USD`.
    let kept = match words.as_slice() {
        [kept @ .., last] if !kept.is_empty() && super::currency::is_code(last) => kept,
        all => all,
    };
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_name_roles() {
        for (heading, role_of) in [
            ("Customer", Role::Customer),
            ("CustomerID", Role::Customer),
            ("customer_id", Role::Customer),
            ("Client name", Role::Customer),
            ("Телефон", Role::Customer),
            ("ТЕЛЕФОН КЛИЕНТА", Role::Customer),
            ("E-mail", Role::Customer),
            ("Ф.И.О.", Role::Customer),
            ("№ карты", Role::Customer),
            ("Date", Role::Date),
            ("Order Date (UTC)", Role::Date),
            ("createdAt", Role::Date),
            ("Дата", Role::Date),
            ("Дата приёма", Role::Date),
            ("Date and time of call", Role::Date),
            ("Amount", Role::Amount),
            ("Amount (USD)", Role::Amount),
            ("Amount USD", Role::Amount),
            ("TOTAL", Role::Amount),
            ("Сумма, руб.", Role::Amount),
            ("Сумма ₽", Role::Amount),
            ("Итого", Role::Amount),
            ("Цена", Role::Amount),
        ] {
            assert_eq!(
                role(heading).map(|(role, _)| role),
                Some(role_of),
                "{heading}"
            );
        }
    }

    #[test]
    fn other_headings_name_none() {
        for heading in [
            "",
            "Дата рождения",
            "Date of birth",
            "Discount amount",
            "Сумма скидки",
            "Сумма НДС",
            "Tax",
            "Qty",
            "Product",
            "Товар",
            "Comment",
            "Customer type",
            "c042",
            "2024-01-15",
            "12,50",
            "Last visit date",
        ] {
            assert_eq!(role(heading), None, "{heading}");
        }
        assert!(is_quantity("Кол-во") && is_quantity("Quantity") && !is_quantity("Сумма"));
        assert!(is_total("ИТОГО:") && is_total("Grand total") && !is_total("Totally Tom"));
    }
}
