<?php
/**
 * The block: the same element as the shortcode's, chosen in the editor.
 */

namespace ServiceLevelCalculator;

defined( 'ABSPATH' ) || exit;

const EDITOR = 'service-level-calculator-editor';

add_action(
	'init',
	function () {
		$needs = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' );
		wp_register_script( EDITOR, plugins_url( 'block/editor.js', FILE ), $needs, (string) filemtime( dirname( FILE ) . '/block/editor.js' ), true );
		register_block_type(
			dirname( FILE ) . '/block',
			array(
				'render_callback' => function ( $given ): string {
					return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), render( is_array( $given ) ? $given : array() ) );
				},
			)
		);
	}
);

// Only where the editor is: names are looked up in the administrator's language.
add_action(
	'enqueue_block_editor_assets',
	function () {
		$words = array(
			'choices' => choices(),
			'unset'   => unset_choices(),
			'begins'  => __( 'What a visitor begins with', 'service-level-calculator' ),
			'hint'    => __( 'The calculator itself stands on the page. What is not chosen here is as the settings say.', 'service-level-calculator' ),
			'default' => __( 'As the settings say', 'service-level-calculator' ),
		);
		wp_add_inline_script( EDITOR, 'var serviceLevelCalculator = ' . wp_json_encode( $words, JSON_HEX_TAG ) . ';', 'before' );
	}
);
