<?php
/**
 * What there is to choose from, as the calculator takes it, with names for the administrator.
 * The project's tests hold it against the calculator's own tables and texts.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

/**
 * By attribute of the element: its label, and the values it may have.
 */
function choices(): array {
	return array(
		'segment'  => array(
			'label'   => __( 'Market segment', 'service-level-calculator' ),
			'options' => array(
				'restaurant'            => __( 'Restaurant, café', 'service-level-calculator' ),
				'quick_service'         => __( 'Fast food, coffee to go', 'service-level-calculator' ),
				'specialty_retail'      => __( 'Speciality shop', 'service-level-calculator' ),
				'grocery'               => __( 'Grocery shop', 'service-level-calculator' ),
				'electronics_store'     => __( 'Electronics shop', 'service-level-calculator' ),
				'ecommerce'             => __( 'Online shop', 'service-level-calculator' ),
				'beauty_salon'          => __( 'Beauty salon', 'service-level-calculator' ),
				'clinic'                => __( 'Clinic, dentist', 'service-level-calculator' ),
				'fitness'               => __( 'Fitness club', 'service-level-calculator' ),
				'auto_service'          => __( 'Garage, car service', 'service-level-calculator' ),
				'hotel'                 => __( 'Hotel', 'service-level-calculator' ),
				'taxi'                  => __( 'Taxi', 'service-level-calculator' ),
				'bank'                  => __( 'Bank', 'service-level-calculator' ),
				'insurance'             => __( 'Insurance', 'service-level-calculator' ),
				'telecom'               => __( 'Telecom, internet provider', 'service-level-calculator' ),
				'real_estate'           => __( 'Estate agency', 'service-level-calculator' ),
				'software'              => __( 'Software for business', 'service-level-calculator' ),
				'professional_services' => __( 'Lawyers, accountants, consultants', 'service-level-calculator' ),
				'wholesale'             => __( 'Wholesale and supply', 'service-level-calculator' ),
				'government_supply'     => __( 'Government supplier', 'service-level-calculator' ),
			),
		),
		'tier'     => array(
			'label'   => __( 'Prices', 'service-level-calculator' ),
			'options' => array(
				'economy'  => __( 'Economy', 'service-level-calculator' ),
				'standard' => __( 'Standard', 'service-level-calculator' ),
				'premium'  => __( 'Premium', 'service-level-calculator' ),
				'luxury'   => __( 'Luxury', 'service-level-calculator' ),
			),
		),
		'lang'     => array(
			'label'   => __( 'Language', 'service-level-calculator' ),
			'options' => array(
				'en' => 'English',
				'ru' => 'Русский',
			),
		),
		'currency' => array(
			'label'   => __( 'Currency', 'service-level-calculator' ),
			'options' => array(
				'USD' => __( 'US dollar', 'service-level-calculator' ),
				'EUR' => __( 'Euro', 'service-level-calculator' ),
				'GBP' => __( 'Pound sterling', 'service-level-calculator' ),
				'RUB' => __( 'Russian rouble', 'service-level-calculator' ),
				'KZT' => __( 'Kazakh tenge', 'service-level-calculator' ),
				'BYN' => __( 'Belarusian rouble', 'service-level-calculator' ),
				'UAH' => __( 'Ukrainian hryvnia', 'service-level-calculator' ),
				'TRY' => __( 'Turkish lira', 'service-level-calculator' ),
				'INR' => __( 'Indian rupee', 'service-level-calculator' ),
				'CNY' => __( 'Chinese yuan', 'service-level-calculator' ),
			),
		),
		'theme'    => array(
			'label'   => __( 'Colours', 'service-level-calculator' ),
			'options' => array(
				'light' => __( 'Light', 'service-level-calculator' ),
				'dark'  => __( 'Dark', 'service-level-calculator' ),
			),
		),
	);
}

/**
 * What each stands for where nothing is chosen.
 */
function unset_choices(): array {
	return array(
		'segment'  => __( 'The visitor chooses', 'service-level-calculator' ),
		'tier'     => __( 'The visitor chooses', 'service-level-calculator' ),
		'lang'     => __( 'That of the site', 'service-level-calculator' ),
		'currency' => __( 'That of the language', 'service-level-calculator' ),
		'theme'    => __( 'As the visitor has it', 'service-level-calculator' ),
	);
}

/**
 * The value where the attribute takes it, else none.
 */
function known( string $attribute, $value ): string {
	$options = choices()[ $attribute ]['options'];
	return is_string( $value ) && isset( $options[ $value ] ) ? $value : '';
}
