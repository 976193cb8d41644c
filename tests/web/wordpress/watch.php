<?php
// Of the tests: each page collects what goes wrong in it, and visitors get a strict policy.
function slc_collect(): void {
	echo '<script src="/collect.js"></script>'; // phpcs:ignore
}
add_action( 'wp_head', 'slc_collect', -1000 );
add_action( 'admin_head', 'slc_collect', -1000 );

// What WordPress itself writes as inline script, a site with such a policy takes out as well.
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
add_action(
	'init',
	function () {
		remove_action( 'wp_footer', 'the_block_template_skip_link' );
		if ( ! is_admin() ) {
			add_filter( 'show_admin_bar', '__return_false' );
		}
	}
);
add_action(
	'send_headers',
	function () {
		header( "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:" );
	}
);
// There is nobody to write to.
function wp_mail(): bool {
	return true;
}
