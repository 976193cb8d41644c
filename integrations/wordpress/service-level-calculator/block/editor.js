// The block in the editor: what a visitor begins with is chosen at the side, and shown in words.
// Plain JavaScript, so that nothing has to be built.
( function ( { blocks, blockEditor, components, element } ) {
	const { createElement: make, Fragment } = element;
	const { choices, begins, hint, default: unset } = window.serviceLevelCalculator;

	const select = ( name, { attributes, setAttributes } ) =>
		make( components.SelectControl, {
			key: name,
			label: choices[ name ].label,
			value: attributes[ name ],
			options: [
				{ value: '', label: unset },
				...Object.entries( choices[ name ].options ).map( ( [ value, label ] ) => ( { value, label } ) ),
			],
			onChange: ( value ) => setAttributes( { [ name ]: value } ),
		} );

	function Edit( props ) {
		const names = Object.keys( choices );
		const chosen = names.map( ( name ) => choices[ name ].options[ props.attributes[ name ] ] ).filter( Boolean );
		const { icon, title } = blocks.getBlockType( props.name );
		return make(
			Fragment,
			null,
			make(
				blockEditor.InspectorControls,
				null,
				make( components.PanelBody, { title: begins }, ...names.map( ( name ) => select( name, props ) ) )
			),
			make(
				'div',
				blockEditor.useBlockProps(),
				make(
					components.Placeholder,
					{ icon: make( components.Icon, { icon: icon.src } ), label: title, instructions: hint },
					chosen.length > 0 && make( 'strong', null, chosen.join( ' · ' ) )
				)
			)
		);
	}

	// What is saved are the attributes alone: the page is drawn by PHP.
	blocks.registerBlockType( 'service-level-calculator/calculator', { edit: Edit, save: () => null } );
} )( window.wp );
